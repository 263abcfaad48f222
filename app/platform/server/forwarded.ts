import type { RequestHandler } from "express";

/** Drops what a peer says about the request's origin, unless the peer is one of the trusted proxies. */
export function forwardedOnlyByTrusted(): RequestHandler {
  return (request, _response, next) => {
    const trusts: (address: string, hop: number) => boolean = request.app.get("trust proxy fn");
    if (!trusts(request.socket.remoteAddress ?? "", 0)) {
      for (const name of Object.keys(request.headers)) {
        if (name.startsWith("x-forwarded-") || name === "forwarded") delete request.headers[name];
      }
    }
    next();
  };
}

import { Readable } from "node:stream";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { Request, RequestHandler } from "express";
import { partsOfBuild } from "./parts-of-build.ts";

export type Build = ServerBuild | (() => Promise<ServerBuild>);

/** The pages: hands each request to the framework, with the platform as its load context. */
export function framework(options: {
  build: Build;
  publicUrl: string;
  development: boolean;
}): RequestHandler {
  const { build, development } = options;
  const publicUrl = new URL(options.publicUrl);
  const handlerOf = (whole: Build) =>
    createRequestHandler({
      build: whole,
      mode: development ? "development" : "production",
      getLoadContext: (_request, response) => ({ platform: response.locals.platform }),
    });
  const handlerFor = typeof build === "function" ? always(handlerOf(build)) : bySegment(build, handlerOf);
  return (request, response, next) => {
    const handle = handlerFor(request.originalUrl);
    handle(presented(request, response.locals.body, publicUrl), response, next);
  };
}

type Handlers = (address: string) => RequestHandler;

function always(handler: RequestHandler): Handlers {
  return () => handler;
}

function bySegment(build: ServerBuild, handlerOf: (build: ServerBuild) => RequestHandler): Handlers {
  const partFor = partsOfBuild(build);
  const handlers = new Map<ServerBuild, RequestHandler>();
  return (address) => {
    const part = partFor(address);
    const handler = handlers.get(part) ?? handlerOf(part);
    handlers.set(part, handler);
    return handler;
  };
}

/**
 * The request as the framework sees it: at the public address, whatever the `Host` header says, with the body that
 * was read and checked before.
 */
function presented(request: Request, body: Buffer | undefined, publicUrl: URL): Request {
  const headers: Request["headers"] = { ...request.headers, host: publicUrl.host };
  for (const name of Object.keys(headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete headers[name];
  }
  const seen = Object.assign(Readable.from(body?.length ? [body] : [], { objectMode: false }), {
    method: request.method,
    originalUrl: request.originalUrl,
    protocol: publicUrl.protocol.slice(0, -1),
    hostname: publicUrl.hostname,
    headers,
    get: (name: string) => headers[name.toLowerCase()],
  });
  return seen as unknown as Request;
}

import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler } from "express";
import type { Refuse } from "./plain-page.ts";

/**
 * Refuses an unsafe method that another site may have caused. It stands before the framework, whose own check lets
 * some through: docs/decisions/0002-remix-2-and-its-advisories.md.
 */
export function originCheck(publicUrl: string, refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    const safe = request.method === "GET" || request.method === "HEAD";
    if (safe || isFromThisService(request.headers, publicUrl)) next();
    else refuse(response, 403);
  };
}

/** By the `Origin` header (exactly ours; "null" is nobody's), or without one by `Sec-Fetch-Site: same-origin`. */
export function isFromThisService(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  if (headers.origin !== undefined) return headers.origin === publicUrl;
  return headers["sec-fetch-site"] === "same-origin";
}

import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Log } from "../log.server.ts";

/** Gives each request an id, which it answers with, and writes one line when it is done. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.locals.log = log.child({ requestId });
    response.setHeader("X-Request-Id", requestId);
    const { method } = request;
    const path = loggedPath(request.originalUrl);
    response.once("close", () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const status = response.writableFinished ? response.statusCode : 499;
      response.locals.log.info({ method, path, status, ms }, "request");
    });
    next();
  };
}

/** The path without its query, and without what may be a secret or somebody's address: those may be personal. */
export function loggedPath(address: string): string {
  const path = address.split("?", 1)[0] ?? "";
  return path
    .split("/")
    .map((part) => (part.length > 40 || /@|%40/.test(part) ? "…" : part))
    .join("/");
}

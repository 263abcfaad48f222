import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { readForm } from "./form-body.ts";
import type { PlainStatus, Refuse } from "./plain-page.ts";

export const MAX_BODY_BYTES = 1024 * 1024;
const MAX_DROPPED_BYTES = 32 * MAX_BODY_BYTES;

/**
 * Reads the body of a form whole, and refuses what the framework would answer with an error of its own: what is not a
 * form, is too large, or is not well formed. The body is handed on as `response.locals.body`.
 */
export function bodyLimits(refuse: Refuse): RequestHandler {
  return async (request, response, next) => {
    const stop = (status: PlainStatus) => {
      // What is left of the body is not read, so the connection cannot be used again.
      response.setHeader("Connection", "close");
      refuse(response, status);
    };
    if (request.method !== "POST") return hasBody(request) ? stop(400) : next();
    const body = await readBody(request);
    if (body === "too large") return stop(413);
    if (body === "cut off") return;
    const problem = await readForm(request.headers, body);
    if (problem !== null) return stop(problem);
    response.locals.body = body;
    next();
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** A body that is too large is read to its end and dropped: a browser still sending would not see the answer. */
function readBody(request: IncomingMessage): Promise<Buffer | "too large" | "cut off"> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else chunks = [];
      if (bytes > MAX_DROPPED_BYTES) {
        request.pause();
        resolve("too large");
      }
    });
    request.once("end", () => resolve(bytes > MAX_BODY_BYTES ? "too large" : Buffer.concat(chunks)));
    request.once("close", () => resolve("cut off"));
    request.once("error", () => resolve("cut off"));
  });
}

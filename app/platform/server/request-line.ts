import type { RequestHandler } from "express";
import type { Refuse } from "./plain-page.ts";

const METHODS = ["GET", "HEAD", "POST"];

/** Refuses methods that no page has, and addresses that cannot be read: they would be errors further in. */
export function requestLine(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    if (!METHODS.includes(request.method)) {
      response.setHeader("Allow", METHODS.join(", "));
      refuse(response, 405);
    } else if (!isReadable(request.originalUrl)) {
      refuse(response, 400);
    } else {
      next();
    }
  };
}

/** A path from the root, in well-formed UTF-8, without NUL (which PostgreSQL cannot compare with anything). */
function isReadable(address: string): boolean {
  if (!address.startsWith("/")) return false;
  try {
    return !decodeURIComponent(address.replaceAll("+", " ")).includes("\0");
  } catch {
    return false;
  }
}

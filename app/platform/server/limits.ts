import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { readForm, withoutFile } from "./form-body.ts";
import type { PlainStatus, Refuse } from "./plain-page.ts";

export const MAX_BODY_BYTES = 1024 * 1024;
const MAX_DROPPED_BYTES = 32 * MAX_BODY_BYTES;

/** The addresses whose forms hold a file. */
const TAKES_FILE = /\/attachments\/new$|^\/reports\/reconcile\/new$/;
/** A file of 10 MB and the fields beside it. */
export const MAX_FILE_BODY_BYTES = 10 * 1024 * 1024 + 64 * 1024;
const MAX_DROPPED_FILE_BYTES = 20 * MAX_FILE_BODY_BYTES;
/** Of a body with a file that is too large, the part in which its other fields stand. */
const HEAD_BYTES = 64 * 1024;
/** So many bodies with a large file are held at once; whoever comes then is asked to come again. */
const FILES_AT_ONCE = 4;

/**
 * Reads the body of a form whole, and refuses what the framework would answer with an error of its own: what is not a
 * form, is too large, or is not well formed. The body is handed on as `response.locals.body`.
 */
export function bodyLimits(refuse: Refuse): RequestHandler {
  let files = 0;
  return async (request, response, next) => {
    const stop = (status: PlainStatus) => {
      // What is left of the body is not read, so the connection cannot be used again.
      response.setHeader("Connection", "close");
      refuse(response, status);
    };
    if (request.method !== "POST") return hasBody(request) ? stop(400) : next();
    const hold = () => {
      if (files >= FILES_AT_ONCE) return false;
      files += 1;
      response.once("close", () => {
        files -= 1;
      });
      return true;
    };
    const read = await readBody(request, TAKES_FILE.test(request.path) ? hold : null);
    if (read === "busy") return stop(503);
    if (read === "cut off") return;
    const body = Buffer.isBuffer(read) ? read : withoutFile(request.headers, read.head);
    if (body === null) return stop(413);
    const problem = await readForm(request.headers, body);
    if (problem !== null) return stop(problem);
    response.locals.body = body;
    next();
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

type Read = Buffer | { tooLarge: true; head: Buffer } | "busy" | "cut off";

/**
 * A body that is too large is read to its end and dropped: a browser still sending would not see the answer.
 * @param hold asked once where a body with a file grows beyond a form's: whether it may be held. Null: it may not.
 */
function readBody(request: IncomingMessage, hold: (() => boolean) | null): Promise<Read> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let bytes = 0;
    let most = MAX_BODY_BYTES;
    let head = Buffer.alloc(0);
    let isBusy = false;
    const answer = (): Read => {
      if (isBusy) return "busy";
      return bytes > most ? { tooLarge: true, head } : Buffer.concat(chunks);
    };
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (hold && most === MAX_BODY_BYTES && bytes > most && !isBusy) {
        if (hold()) most = MAX_FILE_BODY_BYTES;
        else isBusy = true;
      }
      if (bytes <= most) chunks.push(chunk);
      else if (chunks.length > 0) {
        if (hold && !isBusy) head = Buffer.concat(chunks).subarray(0, HEAD_BYTES);
        chunks = [];
      }
      if (bytes > (hold ? MAX_DROPPED_FILE_BYTES : MAX_DROPPED_BYTES)) {
        request.pause();
        resolve(isBusy ? "busy" : { tooLarge: true, head: Buffer.alloc(0) });
      }
    });
    request.once("end", () => resolve(answer()));
    request.once("close", () => resolve("cut off"));
    request.once("error", () => resolve("cut off"));
  });
}

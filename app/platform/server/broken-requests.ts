import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Environment } from "../env.server.ts";
import { type PlainStatus, plainPage } from "./plain-page.ts";

const STATUS_TEXTS = { 400: "Bad Request", 408: "Request Timeout", 431: "Request Header Fields Too Large" };

/** Answers what never became a request: headers too long, too slow, or not HTTP at all. */
export function answerBrokenRequests(server: Server, environment: Environment): void {
  server.on("clientError", (error: Error & { code?: string }, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    socket.end(brokenRequestAnswer(statusOf(error.code), environment));
  });
}

function statusOf(code: string | undefined): keyof typeof STATUS_TEXTS & PlainStatus {
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}

function brokenRequestAnswer(
  status: keyof typeof STATUS_TEXTS & PlainStatus,
  environment: Environment,
): string {
  const nonce = "plain";
  const page = plainPage(environment, status, nonce);
  return [
    `HTTP/1.1 ${status} ${STATUS_TEXTS[status]}`,
    "Connection: close",
    "Content-Type: text/html; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(page)}`,
    "Cache-Control: no-store",
    `Content-Security-Policy: default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: same-origin",
    ...(environment.secure ? ["Strict-Transport-Security: max-age=31536000"] : []),
    "",
    page,
  ].join("\r\n");
}

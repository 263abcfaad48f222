import { createServer as createHttpServer, type Server } from "node:http";
import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from "express";
import type { Database } from "#db/open.server.ts";
import type { Environment } from "../env.server.ts";
import type { Log } from "../log.server.ts";
import { createPlatform, readSettings, type Settings } from "../platform.server.ts";
import { answerBrokenRequests } from "./broken-requests.ts";
import { forwardedOnlyByTrusted } from "./forwarded.ts";
import { type Build, framework } from "./framework.ts";
import { securityHeaders } from "./headers.ts";
import { health, type Readiness } from "./health.ts";
import { bodyLimits } from "./limits.ts";
import { createMetrics } from "./metrics.ts";
import { originCheck } from "./origin-check.ts";
import { plainPages, type Refuse } from "./plain-page.ts";
import { requestLine } from "./request-line.ts";
import { requestLog } from "./request-log.ts";
import { staticFiles } from "./static-files.ts";

export type ServerParts = {
  environment: Environment;
  /** Migrated, and left open when the server closes. */
  database: Database;
  build: Build;
  log: Log;
  readiness?: Readiness;
  now?: () => string;
  /** Where the files for browsers are; in development, what serves them instead. */
  files?: string | RequestHandler;
  development?: boolean;
};

const HEADERS_BYTES = 16 * 1024;
const HEADERS_MS = 15_000;
const REQUEST_MS = 30_000;

/** The server with everything in front of the framework; it does not listen yet. */
export async function createServer(parts: ServerParts): Promise<Server> {
  const { environment, development = false } = parts;
  const settings = await readSettings(environment, parts.database);
  const refuse = plainPages(environment);
  const metrics = createMetrics(parts.database);
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", environment.trustProxy);
  app.use(metrics.observe);
  app.use(requestLog(parts.log));
  app.use(securityHeaders({ secure: environment.secure, development }));
  app.use(closeWhileStopping(parts.readiness));
  app.use(metrics.answer);
  app.use(forwardedOnlyByTrusted());
  app.use(requestLine(refuse));
  app.use(
    health({ environment, database: parts.database, readiness: parts.readiness ?? { stopping: false } }),
  );
  app.use(compression());
  app.use(typeof parts.files === "function" ? parts.files : staticFiles(parts.files ?? "build/client"));
  app.use(originCheck(environment.publicUrl, refuse));
  app.use(bodyLimits(refuse));
  app.use(platformOfRequest(parts, settings));
  app.use(framework({ build: parts.build, publicUrl: environment.publicUrl, development }));
  app.use(lastResort(refuse));

  const server = createHttpServer(
    {
      maxHeaderSize: HEADERS_BYTES,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: 1_000,
    },
    app,
  );
  server.once("close", metrics.stop);
  answerBrokenRequests(server, environment);
  return server;
}

function closeWhileStopping(readiness: Readiness | undefined): RequestHandler {
  return (_request, response, next) => {
    if (readiness?.stopping) response.setHeader("Connection", "close");
    next();
  };
}

function platformOfRequest({ environment, database, now }: ServerParts, settings: Settings): RequestHandler {
  return (request, response, next) => {
    response.locals.platform = createPlatform({
      settings,
      environment,
      database,
      now: now ?? (() => new Date().toISOString()),
      requestId: response.locals.requestId,
      log: response.locals.log,
      clientAddress: request.ip ?? "",
      nonce: response.locals.nonce,
      method: request.method,
      cookieHeader: request.headers.cookie,
      setCookie: (cookie) => response.append("Set-Cookie", cookie),
      retryAfter: (seconds) => void response.setHeader("Retry-After", String(seconds)),
      drained: () => drained(response),
    });
    next();
  };
}

function drained(response: Response): Promise<void> {
  if (!response.writableNeedDrain) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = () => {
      response.off("drain", settle).off("close", settle);
      if (response.destroyed) reject(new Error("The browser has gone"));
      else resolve();
    };
    response.once("drain", settle).once("close", settle);
  });
}

/** What even the framework did not answer. Four parameters are how Express knows that this handles errors. */
function lastResort(refuse: Refuse): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const status = error?.status === 400 || error?.status === 404 ? error.status : 500;
    if (status === 500) response.locals.log.error({ err: error }, "request failed");
    refuse(response, status);
  };
}

import { createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as HttpRequest, Response as HttpResponse, RequestHandler } from "express";
import { partsOfBuild } from "./parts-of-build.ts";

export type Build = ServerBuild | (() => Promise<ServerBuild>);
type Handler = ReturnType<typeof createRequestHandler>;

/** The pages: hands each request to the framework, with the platform as its load context. */
export function framework(options: {
  build: Build;
  publicUrl: string;
  development: boolean;
}): RequestHandler {
  const { build, development } = options;
  const publicUrl = new URL(options.publicUrl);
  const handlerOf = (whole: Build) => createRequestHandler(whole, development ? "development" : "production");
  const handlerFor = typeof build === "function" ? always(handlerOf(build)) : bySegment(build, handlerOf);
  return async (request, response, next) => {
    try {
      const handle = handlerFor(request.originalUrl);
      const context = { platform: response.locals.platform, page: null };
      await send(request, response, await handle(presented(request, response, publicUrl), context), context);
    } catch (error) {
      next(error);
    }
  };
}

type Handlers = (address: string) => Handler;

function always(handler: Handler): Handlers {
  return () => handler;
}

function bySegment(build: ServerBuild, handlerOf: (build: ServerBuild) => Handler): Handlers {
  const partFor = partsOfBuild(build);
  const handlers = new Map<ServerBuild, Handler>();
  return (address) => {
    const part = partFor(address);
    const handler = handlers.get(part) ?? handlerOf(part);
    handlers.set(part, handler);
    return handler;
  };
}

/**
 * The request as the framework sees it: at the public address, whatever the `Host` header says, with the body that
 * was read and checked before. It is aborted where the browser gives up.
 */
function presented(request: HttpRequest, response: HttpResponse, publicUrl: URL): Request {
  const { method } = request;
  const headers = new Headers({ host: publicUrl.host });
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name === "host" || name === "forwarded" || name.startsWith("x-forwarded-"))
      continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  const given = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) given.abort();
  });
  const body = method === "GET" || method === "HEAD" ? undefined : (response.locals.body ?? Buffer.alloc(0));
  return new Request(publicUrl.origin + request.originalUrl, {
    method,
    headers,
    body,
    signal: given.signal,
  });
}

/** A page is one text and goes out as that; a file, which may be long, as the stream that it is. */
async function send(
  request: HttpRequest,
  response: HttpResponse,
  answer: Response,
  { page }: { page: string | null },
): Promise<void> {
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  if (page !== null && request.method !== "HEAD") {
    const bytes = Buffer.from(page);
    response.setHeader("Content-Length", bytes.length);
    response.end(bytes);
  } else if (answer.body) {
    await writeReadableStreamToWritable(answer.body, response);
  } else {
    response.end();
  }
}

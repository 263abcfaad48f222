import { readFile } from "node:fs/promises";
import { extname, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import express, { type RequestHandler } from "express";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const HOUR_SECONDS = 60 * 60;

/** Names that the build makes from the content of a file: what stands under one never changes. */
const HASHED = /^assets[\\/][^\\/]+-[\w-]{8}\.\w+$/;

/** The files of the build, and those of `public/`, which the build copies beside them. */
export function staticFiles(folder: string): RequestHandler {
  const root = resolve(folder);
  const serve = express.static(root, {
    index: false,
    redirect: false,
    etag: true,
    setHeaders: (response, file) => {
      const hashed = HASHED.test(relative(root, file));
      response.setHeader(
        "Cache-Control",
        hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : `public, max-age=${HOUR_SECONDS}`,
      );
    },
  });
  const serveTight = tightly(root);
  // Every file has an ending. Without one it is a page, and no disk is asked for it.
  return (request, response, next) => {
    if (extname(request.path) === "") return next();
    serveTight(request, response, () => serve(request, response, next));
  };
}

const compress = promisify(brotliCompress);

/**
 * Scripts and styles for browsers that read Brotli, compressed once and as tightly as it goes (a tenth less than what
 * is compressed while it is sent). Only files whose names stand for their content are kept.
 */
function tightly(root: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();
  return async (request, response, next) => {
    const name = relative(root, resolve(root, `.${request.path}`));
    const isFor = HASHED.test(name) && /\.(css|js)$/.test(name) && request.acceptsEncodings("br") === "br";
    if (!isFor) return next();
    try {
      const made = kept.get(name) ?? readFile(resolve(root, name)).then((bytes) => compress(bytes));
      kept.set(name, made);
      const bytes = await made;
      response.type(extname(name)).vary("Accept-Encoding");
      response.setHeader("Cache-Control", `public, max-age=${YEAR_SECONDS}, immutable`);
      response.setHeader("Content-Encoding", "br");
      response.setHeader("Content-Length", bytes.length);
      response.end(request.method === "HEAD" ? undefined : bytes);
    } catch {
      kept.delete(name);
      next();
    }
  };
}

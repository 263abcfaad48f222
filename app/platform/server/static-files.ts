import { extname, relative, resolve } from "node:path";
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
  // Every file has an ending. Without one it is a page, and no disk is asked for it.
  return (request, response, next) =>
    extname(request.path) === "" ? next() : serve(request, response, next);
}

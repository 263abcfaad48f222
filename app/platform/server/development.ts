import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";

/** The pages compiled as they are asked for, and again whenever a file changes. */
export async function developmentBuild(): Promise<{
  build: () => Promise<ServerBuild>;
  files: RequestHandler;
}> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as unknown as Promise<ServerBuild>,
    files: vite.middlewares,
  };
}

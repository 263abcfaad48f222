import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { type Environment, readEnvironment } from "#app/platform/env.server.ts";
import { createLog, type Log } from "#app/platform/log.server.ts";
import { createServer, type ServerParts } from "#app/platform/server/create-server.ts";
import type { Database } from "#db/open.server.ts";
import { freePort } from "./free-port.ts";

export type RunningServer = {
  /** Where it listens, which is also its public address unless `environment` says otherwise. */
  url: string;
  environment: Environment;
  /** Never follows a redirect. A POST says that it comes from the public address, unless `headers` say otherwise. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form as a browser does. */
  post(
    path: string,
    fields: Record<string, string> | URLSearchParams,
    headers?: Record<string, string>,
  ): Promise<Response>;
  close(): Promise<void>;
};

type Options = Partial<Omit<ServerParts, "environment">> & {
  database: Database;
  environment?: Record<string, string>;
  log?: Log;
};

/** Starts the real server on a free port, with the product's own pages unless `build` gives others. */
export async function startServer({
  environment: variables = {},
  ...parts
}: Options): Promise<RunningServer> {
  const port = await freePort();
  const environment = readEnvironment({ PORT: String(port), HOST: "127.0.0.1", ...variables });
  const build = parts.build ?? (await productBuild());
  const server = await createServer({ log: createLog("silent"), ...parts, environment, build });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  const url = `http://localhost:${port}`;

  const fetchPath = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (init.method && init.method !== "GET" && init.method !== "HEAD" && !headers.has("origin")) {
      headers.set("origin", environment.publicUrl);
    }
    return fetch(url + path, { redirect: "manual", ...init, headers });
  };
  return {
    url,
    environment,
    fetch: fetchPath,
    post: (path, fields, headers = {}) =>
      fetchPath(path, { method: "POST", body: new URLSearchParams(fields), headers }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The product as it was built for production. */
export async function productBuild(): Promise<ServerBuild> {
  const file = resolve("build/server/index.js");
  if (!existsSync(file)) throw new Error("The pages have not been built. Run: npm run build");
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

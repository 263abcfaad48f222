import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#tests/support/free-port.ts";
import { SERVER } from "../../../scripts/serve.mjs";

export type ServerProcess = {
  readonly url: string;
  readonly port: number;
  /** What it printed so far, on either output. */
  readonly printed: () => string;
  readonly child: ChildProcess;
  /** Sends a form as a browser does: from the service's own address, following no redirect. */
  post(path: string, fields: Fields, cookie: string): Promise<Response>;
  get(path: string, cookie?: string): Promise<Response>;
  /** kill -9: it writes nothing more, and nobody is told. */
  kill(): Promise<void>;
  /** Ends it as an operator does. @returns the exit code */
  stop(): Promise<number | null>;
};

export type Fields = Record<string, string | string[]>;

type Options = {
  port?: number;
  environment?: Record<string, string>;
  /** Runs the server by another command, such as a shell that sets a limit first. */
  command?: (node: string, args: string[]) => [string, string[]];
};

/** A connection that the server has just given up would look like a request that failed. */
const ALONE = { connection: "close" };

const READY_MS = 30_000;

/** Starts the product's own server as a process and waits until it is ready. @throws Error with what it printed. */
export async function startServerProcess(databaseUrl: string, options: Options = {}): Promise<ServerProcess> {
  const server = await spawnServer(databaseUrl, options);
  const until = Date.now() + READY_MS;
  while (server.child.exitCode === null && Date.now() < until) {
    const ready = await fetch(`http://127.0.0.1:${server.port}/readyz`).catch(() => null);
    if (ready?.ok) return server;
    await wait(50);
  }
  await server.kill();
  throw new Error(`The server did not start:\n${server.printed()}`);
}

/** Starts the server and does not wait for it: for those that must not start. */
export async function spawnServer(databaseUrl: string, options: Options = {}): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const [command, args] = options.command?.(process.execPath, SERVER) ?? [process.execPath, SERVER];
  const child = spawn(command, args, {
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      ...options.environment,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    child,
    printed: () => printed,
    get: (path, cookie = "") => fetch(url + path, { redirect: "manual", headers: { cookie, ...ALONE } }),
    post: (path, fields, cookie) =>
      fetch(url + path, {
        method: "POST",
        redirect: "manual",
        body: formOf(fields),
        headers: { cookie, origin: `http://localhost:${port}`, ...ALONE },
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}

function formOf(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#tests/support/free-port.ts";

/** A server in a process of its own. */
export type Served = {
  port: number;
  /** Milliseconds from starting the process to its first answer. */
  readyMs: number;
  /** Megabytes resident now, and the most so far. */
  memory(): { now: number; most: number };
  stop(): Promise<void>;
};

const READY_MS = 60_000;

/** Starts a server by Node's parameters, which may name the port, and waits until it answers. */
export async function serve(
  parameters: (port: number) => string[],
  environment: (port: number) => Record<string, string>,
  readyPath = "/",
): Promise<Served> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, parameters(port), {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...environment(port) },
  });
  await untilReady(child, `http://127.0.0.1:${port}${readyPath}`);
  const readyMs = performance.now() - started;
  return {
    port,
    readyMs,
    memory: () => memoryOf(child.pid ?? 0),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + READY_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await wait(10);
  }
  throw new Error("The server did not become ready");
}

function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}

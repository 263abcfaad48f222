import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../log.server.ts";
import type { Readiness } from "./health.ts";

/** How long new requests are still taken, so that a load balancer notices that the server is not ready. */
const NOTICE_MS = 1_000;
/** How long requests that have begun may take to finish. */
const FINISH_MS = 11_000;
/** After this the process ends, whatever is still open. */
const LAST_MS = 14_000;

/** Stops the server at SIGTERM or SIGINT: not ready at once, what has begun is finished, then exit 0. */
export function stopAtSignal(parts: {
  server: Server;
  readiness: Readiness;
  log: Log;
  close: () => Promise<void>;
}): void {
  const { readiness, log } = parts;
  const stop = async () => {
    if (readiness.stopping) return;
    readiness.stopping = true;
    log.info("stopping");
    setTimeout(() => process.exit(0), LAST_MS).unref();
    await stopServing(parts.server);
    await parts.close();
    log.info("stopped");
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

async function stopServing(server: Server): Promise<void> {
  await wait(NOTICE_MS);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

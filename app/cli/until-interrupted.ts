import type { Surroundings } from "./command.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does work that Ctrl-C stops: what it has begun is put away and audited first, then the process ends by the signal, as
 * whoever started it expects (in a shell: exit code 130). A second signal ends it at once.
 */
export async function untilInterrupted<Value>(
  work: (stopped: AbortSignal) => Promise<Value>,
  { tell }: Pick<Surroundings, "tell">,
): Promise<Value> {
  const stopped = new AbortController();
  let by: NodeJS.Signals | null = null;
  const stop = (signal: NodeJS.Signals) => {
    by = signal;
    stopped.abort();
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await work(stopped.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    if (by !== null) {
      tell("Stopped before it was whole");
      process.kill(process.pid, by);
    }
  }
}

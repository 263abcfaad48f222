import { monitorEventLoopDelay } from "node:perf_hooks";
import type { RequestHandler } from "express";
import type { Database } from "#db/open.server.ts";
import { answers } from "./health.ts";

/** Upper bounds in seconds. The goals are 50 and 100 ms; past 10 s a request has been given up. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const CLASSES = ["2xx", "3xx", "4xx", "5xx", "cut off"] as const;

type StatusClass = (typeof CLASSES)[number];

export type Metrics = {
  /** Counts every request, from before anything else looks at it. */
  observe: RequestHandler;
  /** Answers `/metrics`, to those who watch the server and to nobody else. */
  answer: RequestHandler;
  stop(): void;
};

/** Figures of this process for Prometheus and the like. None tells of a person, an address or a record. */
export function createMetrics(database: Database): Metrics {
  const requests = new Map<StatusClass, number>(CLASSES.map((name) => [name, 0]));
  const buckets = BOUNDS.map(() => 0);
  let seconds = 0;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();

  function count(status: StatusClass, took: number): void {
    requests.set(status, (requests.get(status) ?? 0) + 1);
    seconds += took;
    for (const [index, bound] of BOUNDS.entries()) {
      if (took <= bound) buckets[index] = (buckets[index] ?? 0) + 1;
    }
  }

  async function text(): Promise<string> {
    const all = [...requests.values()].reduce((sum, one) => sum + one, 0);
    const isUp = await answers(database);
    const lines = [
      ...metric("http_requests_total", "counter", "Requests by the class of their status"),
      ...CLASSES.map((name) => `http_requests_total{status="${name}"} ${requests.get(name)}`),
      ...metric("http_request_duration_seconds", "histogram", "From the request line to the last byte"),
      ...BOUNDS.map(
        (bound, index) => `http_request_duration_seconds_bucket{le="${bound}"} ${buckets[index]}`,
      ),
      `http_request_duration_seconds_bucket{le="+Inf"} ${all}`,
      `http_request_duration_seconds_sum ${seconds}`,
      `http_request_duration_seconds_count ${all}`,
      ...metric("database_up", "gauge", "1 where the database answers"),
      `database_up ${isUp ? 1 : 0}`,
      ...metric(
        "event_loop_delay_seconds",
        "gauge",
        "How late timers were since the last time this was asked",
      ),
      ...[50, 99, 100].map(
        (percent) =>
          `event_loop_delay_seconds{quantile="${percent / 100}"} ${delay.percentile(percent) / 1e9}`,
      ),
      ...metric("process_resident_memory_bytes", "gauge", "Memory that the process holds"),
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      ...metric("process_start_time_seconds", "gauge", "When the process started, in seconds since 1970"),
      `process_start_time_seconds ${Math.round(Date.now() / 1000 - process.uptime())}`,
    ];
    delay.reset();
    return `${lines.join("\n")}\n`;
  }

  return {
    observe: (_request, response, next) => {
      const started = performance.now();
      response.once("close", () => {
        count(classOf(response.statusCode, response.writableFinished), (performance.now() - started) / 1000);
      });
      next();
    },
    answer: async (request, response, next) => {
      const trusts: (address: string, hop: number) => boolean = request.app.get("trust proxy fn");
      const isAsked = request.method === "GET" && request.path === "/metrics";
      if (!isAsked || !isWatcher(request.socket.remoteAddress, request.headers, trusts)) return next();
      response.type("text/plain; version=0.0.4; charset=utf-8").send(await text());
    },
    stop: () => void delay.disable(),
  };
}

/**
 * Somebody on this machine, or on one of the machines of TRUST_PROXY, who asks for themselves: what a proxy passes on
 * from somebody else says so in a header.
 */
export function isWatcher(
  peer: string | undefined,
  headers: Record<string, unknown>,
  trusts: (address: string, hop: number) => boolean,
): boolean {
  const isPassedOn = Object.keys(headers).some((name) =>
    /^(x-forwarded-|forwarded$|via$|x-real-ip$)/.test(name),
  );
  if (peer === undefined || isPassedOn) return false;
  return /^(127\.|::1$|::ffff:127\.)/.test(peer) || trusts(peer, 0);
}

function metric(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function classOf(status: number, finished: boolean): StatusClass {
  if (!finished) return "cut off";
  return CLASSES.find((name) => name.startsWith(String(Math.floor(status / 100)))) ?? "2xx";
}

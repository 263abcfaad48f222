import { connect, type Socket } from "node:net";
import { ResponseReader } from "./response-reader.ts";

/** A request as it goes over the wire. */
export type Shot = { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: string };

export type LoadOptions = {
  /** Where servers listen on this machine; connections are spread over them. */
  ports: readonly number[];
  connections: number;
  seconds: number;
  /** The request with this number, counted over all connections. */
  shot: (number: number) => Shot;
  status: number;
};

export type Loaded = {
  /** Answers a second. */
  rate: number;
  /** Milliseconds from sending to the last byte. */
  p50: number;
  p99: number;
  worst: number;
};

/**
 * Sends requests over connections that stay open, one after another on each, and times the answers. Written on bare
 * sockets: a client that costs more than the server would measure itself.
 * @throws Error at the first answer with another status.
 */
export async function load(options: LoadOptions): Promise<Loaded> {
  const times: number[] = [];
  let sent = 0;
  const started = performance.now();
  const until = started + options.seconds * 1000;
  const runs = Array.from({ length: options.connections }, async (_, index) => {
    const port = options.ports[index % options.ports.length] as number;
    const connection = await openConnection(port);
    while (performance.now() < until) {
      const shot = options.shot(sent);
      sent += 1;
      const from = performance.now();
      const status = await connection.send(requestText(shot, port));
      times.push(performance.now() - from);
      if (status !== options.status)
        throw new Error(`${shot.path} answered ${status}, not ${options.status}`);
    }
    connection.close();
  });
  await Promise.all(runs);
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), worst: at(1) };
}

type Connection = { send(request: string): Promise<number>; close(): void };

function openConnection(port: number): Promise<Connection> {
  return new Promise((opened, failed) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let answer: { resolve(status: number): void; reject(error: Error): void } | null = null;
    const reader = new ResponseReader((status) => answer?.resolve(status));
    socket.on("data", (chunk) => reader.read(chunk));
    socket.once("error", (error) => (answer ? answer.reject(error) : failed(error)));
    socket.once("close", () => answer?.reject(new Error("The server closed the connection")));
    socket.once("connect", () =>
      opened({
        send: (request) =>
          new Promise((resolve, reject) => {
            answer = { resolve, reject };
            socket.write(request);
          }),
        close: () => {
          answer = null;
          socket.destroy();
        },
      }),
    );
  });
}

function requestText({ path, method = "GET", headers = {}, body = "" }: Shot, port: number): string {
  const lines = [`${method} ${path} HTTP/1.1`, `Host: localhost:${port}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (method === "POST") lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "#app/platform/log.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";

const register = useDatabase();
const lines: string[] = [];
let server: RunningServer;
let broken: RunningServer;

beforeAll(async () => {
  const log = createLog("info", { write: (line) => void lines.push(line) });
  server = await startServer({ database: register.db, log });
  const closed = openDatabase(register.url);
  broken = await startServer({ database: closed, log });
  await closed.close();
});

afterAll(async () => {
  await server.close();
  await broken.close();
});

const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe("the figures of a server", () => {
  const figures = async (of: RunningServer) => (await of.fetch("/metrics")).text();
  const value = (text: string, name: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")
        .at(-1),
    );

  test("count requests by the class of their status and by how long they took", async () => {
    const before = await figures(server);
    await server.fetch("/sign-in");
    await server.fetch("/bids");
    await server.fetch("/nowhere");
    const more = (name: string) => value(after, name) - value(before, name);
    let after = "";
    let asked = 0;
    // A request is counted once its last byte has gone, which may be a moment after it was read here.
    do {
      asked += 1;
      await wait(50);
      after = await figures(server);
    } while (asked < 100 && more("http_request_duration_seconds_count") !== 3 + asked);
    expect(["2xx", "3xx", "4xx", "5xx"].map((name) => more(`http_requests_total{status="${name}"}`))).toEqual(
      [1 + asked, 1, 1, 0],
    );
    expect(more("http_request_duration_seconds_count")).toBe(3 + asked);
    expect(more('http_request_duration_seconds_bucket{le="10"}')).toBe(3 + asked);
    expect(more("http_request_duration_seconds_sum")).toBeGreaterThan(0);
    expect(value(after, 'event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
    expect(after).toMatch(/^# TYPE http_request_duration_seconds histogram$/m);
  });

  test("say whether the database answers", async () => {
    expect(value(await figures(server), "database_up")).toBe(1);
    expect(value(await figures(broken), "database_up")).toBe(0);
  });

  test("are not shown to whom a proxy stands in front of", async () => {
    expect((await server.fetch("/metrics", { headers: { "x-forwarded-for": "203.0.113.9" } })).status).toBe(
      404,
    );
    expect((await server.fetch("/metrics", { method: "POST" })).status).not.toBe(200);
  });
});

test("a page that failed gives the reference by which the log knows it, the signed-out and the whole of it alike", async () => {
  for (const path of ["/", "/bids", "/sign-in"]) {
    const response = await broken.fetch(path, { headers: { cookie: "session=x" } });
    const id = response.headers.get("x-request-id") ?? "";
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(await response.text()).toContain(`give the reference <!-- -->${id}`);
    expect(logged().some((line) => line.requestId === id && Number(line.level) >= 50)).toBe(true);
  }
});

test("every request is one line of JSON, without what was typed, what was asked or by whom", async () => {
  lines.length = 0;
  await server.post("/sign-in?next=/bids%3Fsearch%3DJo", {
    email: "jo@example.org",
    password: "my very secret one",
  });
  await server.fetch("/people?search=Jo%20Bloggs", { headers: { cookie: "session=my-own-token" } });
  await server.fetch(`/choose-password/${"s".repeat(43)}`);
  await new Promise((answered) =>
    request(`${server.url}/jo@example.org`, { headers: { "user-agent": "Jo's browser" } }, answered).end(),
  );
  const told = logged().filter((line) => line.msg === "request");
  expect(told).toHaveLength(4);
  for (const line of told) {
    expect(Object.keys(line).sort()).toEqual([
      "level",
      "method",
      "ms",
      "msg",
      "path",
      "requestId",
      "status",
      "time",
    ]);
  }
  for (const secret of [
    "jo@example",
    "Bloggs",
    "search",
    "secret one",
    "own-token",
    "sssss",
    "browser",
    "127.0.0.1",
  ]) {
    expect(lines.join("")).not.toContain(secret);
  }
});

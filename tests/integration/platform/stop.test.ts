import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { freePort } from "#tests/support/free-port.ts";
import { SERVER } from "../../../scripts/serve.mjs";

const register = useDatabase();
let server: ChildProcess;
let port = 0;
let printed = "";

beforeAll(async () => {
  port = await freePort();
  server = spawn(process.execPath, SERVER, {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: register.url,
      PORT: String(port),
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  server.stdout?.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  while (!printed.includes("/first-administrator/") && server.exitCode === null) await wait(50);
});

afterAll(() => server.kill("SIGKILL"));

const readiness = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;

/** What readiness turns into, asked again and again: a busy machine may take its time. */
async function firstOtherThan(status: number): Promise<number | "closed"> {
  for (;;) {
    const now = await readiness().catch(() => "closed" as const);
    if (now !== status) return now;
    await wait(10);
  }
}

test("a server that starts on an empty register prints its address and the administrator's link", () => {
  expect(printed).toMatch(
    new RegExp(`register: http://localhost:${port}\\n[^{]*/first-administrator/[\\w-]{43}\\n`),
  );
});

test("a server that is told to stop is not ready, finishes what has begun and ends well", async () => {
  expect(await readiness()).toBe(200);
  const form = connect(port, "127.0.0.1");
  let answer = "";
  form.setEncoding("utf8").on("data", (text: string) => {
    answer += text;
  });
  form.write(
    `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:${port}\r\n` +
      "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 16\r\n\r\nemail=",
  );
  await wait(200);

  const told = Date.now();
  server.kill("SIGTERM");
  expect(await firstOtherThan(200)).toBe(503);
  expect(await firstOtherThan(503)).toBe("closed");
  form.write("&password=");
  const [code] = await once(server, "exit");

  expect(answer).toMatch(/^HTTP\/1.1 4\d\d .*<title>Error: Sign in/s);
  expect(code).toBe(0);
  expect(Date.now() - told).toBeLessThan(15_000);
});

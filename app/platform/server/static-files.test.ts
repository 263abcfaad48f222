import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staticFiles } from "./static-files.ts";

const SCRIPT = "export const text = 'safer streets';\n".repeat(200);
const folder = mkdtempSync(join(tmpdir(), "files-"));
let server: Server;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "page-A1b2C3d4.js"), SCRIPT);
  writeFileSync(join(folder, "plain.js"), SCRIPT);
  const app = express().use(staticFiles(folder));
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function asked(path: string, encoding: string): Promise<{ answer: IncomingMessage; bytes: Buffer }> {
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path, headers: { "Accept-Encoding": encoding } }, resolve).on("error", reject);
  });
  return { answer, bytes: await buffer(answer) };
}

test("a file that never changes is sent as tightly compressed as the browser can read", async () => {
  for (let time = 0; time < 2; time += 1) {
    const { answer, bytes } = await asked("/assets/page-A1b2C3d4.js", "gzip, deflate, br");
    expect(answer.headers).toMatchObject({
      "content-encoding": "br",
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": "application/javascript; charset=utf-8",
      vary: "Accept-Encoding",
    });
    expect(brotliDecompressSync(bytes).toString()).toBe(SCRIPT);
  }
});

test("others are sent as they are", async () => {
  const other = await asked("/assets/page-A1b2C3d4.js", "gzip");
  expect(other.answer.headers["content-encoding"]).toBeUndefined();
  const plain = await asked("/plain.js", "br");
  expect(plain.answer.headers["content-encoding"]).toBeUndefined();
  expect(plain.bytes.toString()).toBe(SCRIPT);
});

test.each(["/assets/page-Missing1.js", "/assets/..%2fpage-A1b2C3d4.js", "/../package.json"])(
  "%s is not there",
  async (path) => {
    expect((await asked(path, "br")).answer.statusCode).toBeGreaterThanOrEqual(400);
  },
);

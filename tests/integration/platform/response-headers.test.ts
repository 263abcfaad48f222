import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor } from "#app/platform/page.server.ts";
import type { Readiness } from "#app/platform/server/health.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";

const register = useDatabase();
const files = mkdtempSync(join(tmpdir(), "register-files-"));
const readiness: Readiness = { stopping: false };
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(join(files, "assets", "images"), { recursive: true });
  writeFileSync(join(files, "favicon.ico"), "icon");
  writeFileSync(join(files, "assets", "root-a1B2_c3-.js"), "export {}");
  writeFileSync(join(files, "assets", "images", "govuk-icon-180.png"), "png");
  const failing = () => {
    throw new Error("A surprise");
  };
  server = await startServer({
    database: register.db,
    files,
    readiness,
    environment: { PUBLIC_URL: "https://funding.example.gov.uk", CONTACT_EMAIL: "team@example.gov.uk" },
    build: smallBuild({
      "/page": {
        loader: loaderFor("public", ({ platform }) => ({ nonce: platform.nonce })),
        action: actionFor("public", () => invalid({ ok: false })),
      },
      "/file": {
        loader: loaderFor("public", () => new Response("a,b", { headers: { "Content-Type": "text/csv" } })),
        default: undefined,
      },
      "/bids": { loader: loaderFor("register.read", () => ({})) },
      "/missing": { loader: loaderFor("public", () => Promise.reject(new NotFoundError())) },
      "/broken": { loader: loaderFor("public", failing) },
      "/broken-file": { loader: loaderFor("public", failing), default: undefined },
    }),
  });
});

afterAll(async () => {
  await server.close();
  rmSync(files, { recursive: true });
});

const post = (headers: Record<string, string>, body = "a=1") =>
  server.fetch("/page", {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });

const KINDS: [what: string, status: number, ask: () => Promise<Response>][] = [
  ["a page", 200, () => server.fetch("/page")],
  ["a page's data", 200, () => server.fetch("/page?_data=%2Fpage")],
  ["a file made by a page", 200, () => server.fetch("/file")],
  ["a redirect", 303, () => server.fetch("/bids")],
  ["an address that cannot be read", 400, () => server.fetch("/%E0%A4%A")],
  ["a form from elsewhere", 403, () => post({ origin: "https://evil.example" })],
  ["a page that does not exist", 404, () => server.fetch("/nowhere")],
  ["a record that does not exist", 404, () => server.fetch("/missing")],
  ["a method that no page has", 405, () => server.fetch("/page", { method: "PUT" })],
  ["a form that is too large", 413, () => post({}, "a".repeat(1024 * 1024 + 1))],
  ["a form of another kind", 415, () => post({ "content-type": "text/plain" })],
  ["a form that cannot be accepted", 422, () => post({})],
  ["a page that failed", 500, () => server.fetch("/broken")],
  ["a page's data that failed", 500, () => server.fetch("/broken?_data=%2Fbroken")],
  ["a file that failed", 500, () => server.fetch("/broken-file")],
  ["the state of the server", 200, () => server.fetch("/healthz")],
  ["whom to tell about a weakness", 200, () => server.fetch("/.well-known/security.txt")],
];

describe("the security headers stand on", () => {
  test.each(KINDS)("%s (%i)", async (_what, status, ask) => {
    const response = await ask();
    const header = (name: string) => response.headers.get(name);
    expect(response.status).toBe(status);
    const policy = (header("content-security-policy") ?? "").split(";");
    expect(policy).toContainEqual(
      expect.stringMatching(/^script-src 'nonce-[\w+/]{22}==' 'strict-dynamic'$/),
    );
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("strict-transport-security")).toBe("max-age=31536000");
    expect(header("referrer-policy")).toBe("same-origin");
    expect(header("permissions-policy")).toContain("camera=()");
    expect(header("cache-control")).toBe("no-store");
    expect(header("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    expect([header("x-powered-by"), header("etag")]).toEqual([null, null]);
  });
});

test("the nonce of the policy is the one that the page is given, and new each time", async () => {
  const ask = async () => {
    const response = await server.fetch("/page?_data=%2Fpage");
    const { nonce } = (await response.json()) as { nonce: string };
    expect(response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    return nonce;
  };
  expect(await ask()).not.toBe(await ask());
});

test("an error before the framework is a page that says what to do", async () => {
  const response = await post({ origin: "https://evil.example" });
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
  const page = await response.text();
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page).toContain("<h1>This form was not sent from this service</h1>");
  expect(page).toContain(`<style nonce="${nonce}">`);
});

test("a surprise is answered without saying what went wrong", async () => {
  for (const path of ["/broken", "/broken?_data=%2Fbroken", "/broken-file"]) {
    expect(await (await server.fetch(path)).text()).not.toContain("A surprise");
  }
});

test("a file of the build is kept for ever, another one for an hour", async () => {
  const cache = async (path: string) => (await server.fetch(path)).headers.get("cache-control");
  expect(await cache("/assets/root-a1B2_c3-.js")).toBe("public, max-age=31536000, immutable");
  expect(await cache("/assets/images/govuk-icon-180.png")).toBe("public, max-age=3600");
  expect(await cache("/favicon.ico")).toBe("public, max-age=3600");
  expect((await server.fetch("/favicon.ico")).headers.get("x-content-type-options")).toBe("nosniff");
});

test("the contact for weaknesses is told to those who look for it", async () => {
  expect(await (await server.fetch("/.well-known/security.txt")).text()).toMatch(
    /^Contact: mailto:team@example.gov.uk\nExpires: 20/,
  );
});

test("a server that has been told to stop is not ready, and still answers", async () => {
  readiness.stopping = true;
  expect((await server.fetch("/readyz")).status).toBe(503);
  const page = await server.fetch("/page");
  expect([page.status, page.headers.get("connection")]).toEqual([200, "close"]);
  readiness.stopping = false;
});

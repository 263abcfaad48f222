import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSession } from "#app/platform/session.server.ts";
import { createPartnership, createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { productBuild, type RunningServer, startServer } from "#tests/support/server.ts";

// Each published weakness of the framework, tried on the built service: docs/decisions/0002.

const register = useDatabase();
let server: RunningServer;
let build: ServerBuild;
let cookie: string;

beforeAll(async () => {
  build = await productBuild();
  server = await startServer({ database: register.db, build });
  const officer = await createPerson(register.db, { [await createPartnership(register.db)]: "officer" });
  const token = await register.db.write((trx) => startSession(trx, officer.id, new Date().toISOString()));
  cookie = `session=${token}`;
});

afterAll(() => server.close());

const get = (path: string) => server.fetch(path, { headers: { cookie } });

/** A request as it stands, whatever a browser would make of it. */
function raw(path: string, headers: Record<string, string>): Promise<{ status: number; all: string }> {
  return new Promise((answered, failed) => {
    const { port } = new URL(server.url);
    const sent = request({ host: "127.0.0.1", port, path, headers }, async (response) => {
      let text = JSON.stringify(response.headers);
      for await (const chunk of response.setEncoding("utf8")) text += chunk;
      answered({ status: response.statusCode ?? 0, all: text });
    });
    sent.once("error", failed).end();
  });
}

describe("the framework's own addresses", () => {
  test("for its manifest is none, with one path or a thousand", async () => {
    expect(build.future.v3_lazyRouteDiscovery).toBe(false);
    const many = Array.from({ length: 400 }, (_, index) => `p=/bids/${index}`).join("&");
    for (const query of ["", "?p=%2Fbids&version=1", `?${many}`]) {
      expect([query.length, (await get(`/__manifest${query}`)).status]).toEqual([query.length, 404]);
    }
  });

  test("for the data of a page in one piece are none, and run no action", async () => {
    expect(build.future.v3_singleFetch).toBe(false);
    for (const path of ["/bids.data", "/_root.data", "/bids.data?_routes=root"]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    const sent = await server.post("/bids/new.data", { title: "A" }, { cookie });
    expect(sent.status).toBe(405);
    expect(await register.db.read.selectFrom("bid").select("id").execute()).toEqual([]);
  });
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "/%09/evil.example",
])("a way on that leads elsewhere, %s, is not taken", async (next) => {
  const response = await get(`/sign-in?next=${encodeURIComponent(next)}`);
  expect(response.status).toBe(303);
  const to = new URL(response.headers.get("location") ?? "", server.url);
  expect(to.origin).toBe(new URL(server.url).origin);
  const doubled = await raw(`/${next}/..`, { host: new URL(server.url).host, cookie });
  expect(doubled.all).not.toMatch(/"location":"[^"]*evil/);
});

test("a host that a visitor claims is in no answer", async () => {
  const claimed = {
    "x-forwarded-host": "evil.example:80/x",
    "x-forwarded-proto": "gopher",
    forwarded: "host=evil",
  };
  const { status, all } = await raw("/sign-in", { ...claimed, host: "evil.example" });
  expect([status, all.includes("evil")]).toEqual([200, false]);
});

test("what the other weaknesses are in is not used at all", () => {
  const source = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join("app", file), "utf8"))
    .join("\n");
  for (const name of [
    "createFileSessionStorage",
    "script:ld+json",
    "unstable_",
    "HydrateFallback",
    "useNavigate",
    "<Navigate",
    "<NavLink",
    "prefetch=",
  ]) {
    expect([name, source.includes(name)]).toEqual([name, false]);
  }
  expect(source.match(/<ScrollRestoration[^>]*>/g)).toEqual(["<ScrollRestoration nonce={nonce} />"]);
  expect(build.isSpaMode).toBe(false);
});

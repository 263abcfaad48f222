import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionFor, loaderFor } from "#app/platform/page.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";

const register = useDatabase();
let server: RunningServer;
let changes = 0;

beforeAll(async () => {
  const loader = loaderFor("public", ({ request, platform }) => ({
    url: request.url,
    host: request.headers.get("host"),
    forwarded: request.headers.get("x-forwarded-for"),
    client: platform.clientAddress,
  }));
  const action = actionFor("public", async ({ formData }) => {
    changes += 1;
    return { fields: [...(await formData())].map(([name, value]) => [name, String(value)]) };
  });
  const broken = loaderFor("public", () => {
    throw new Error("A surprise");
  });
  server = await startServer({
    database: register.db,
    build: smallBuild({
      "/form": { loader, action },
      "/resource": { loader, action, default: undefined },
      "/broken": { loader: broken },
    }),
  });
});

afterAll(() => server.close());

const urlEncoded = { "content-type": "application/x-www-form-urlencoded" };
const postBody = (body: BodyInit, type?: string, path = "/form") =>
  server.fetch(path, { method: "POST", body, headers: type ? { "content-type": type } : {} });

describe("a form sent from elsewhere", () => {
  test.each(["/form", "/form?_data=%2Fform", "/resource", "/nowhere"])(
    "changes nothing at %s",
    async (path) => {
      changes = 0;
      for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { origin: "" }]) {
        const response = await server.fetch(path, {
          method: "POST",
          body: "a=1",
          headers: { ...urlEncoded, ...headers },
        });
        expect(response.status).toBe(403);
      }
      expect(changes).toBe(0);
    },
  );

  test("is refused when its host merely says that it is ours", async () => {
    const response = await send(
      "POST",
      "/form",
      { host: "evil.example", origin: "http://evil.example", ...urlEncoded },
      "a=1",
    );
    expect(response.statusCode).toBe(403);
  });
});

describe("a form sent from here", () => {
  test("reaches the page with every field as it was typed", async () => {
    const response = await server.post("/form?_data=%2Fform", {
      title: "Safer streets & parks",
      amount: "£1,000\r\n",
    });
    expect(await response.json()).toEqual({
      fields: [
        ["title", "Safer streets & parks"],
        ["amount", "£1,000\r\n"],
      ],
    });
  });

  test("may come in parts", async () => {
    const form = new FormData();
    form.append("title", "Safer streets £");
    const response = await server.fetch("/resource", { method: "POST", body: form });
    expect(await response.json()).toEqual({ fields: [["title", "Safer streets £"]] });
  });

  test("may be empty", async () => {
    expect((await postBody("", "application/x-www-form-urlencoded")).status).toBe(200);
    expect((await postBody("--edge--\r\n", "multipart/form-data; boundary=edge")).status).toBe(200);
  });

  test.each([
    ["JSON", "{}", "application/json", 415],
    ["plain text", "a=1", "text/plain", 415],
    ["bytes of no kind", new Uint8Array([1, 2]), undefined, 415],
    ["parts without a boundary", "a=1", "multipart/form-data", 400],
    ["parts cut off", "--edge\r\nContent-Disposition: form-data", "multipart/form-data; boundary=edge", 400],
    ["a half escape", "a=%E0%A4%A", "application/x-www-form-urlencoded", 400],
    ["more than a megabyte", `a=${"x".repeat(1024 * 1024)}`, "application/x-www-form-urlencoded", 413],
    ["more than 1,000 fields", "a=1&".repeat(1001), "application/x-www-form-urlencoded", 413],
  ] as const)("is refused as %s", async (_what, body, type, status) => {
    for (const path of ["/form", "/resource"]) expect((await postBody(body, type, path)).status).toBe(status);
  });

  test("is refused when it turns out to be too large", async () => {
    const response = await send(
      "POST",
      "/form",
      { origin: server.environment.publicUrl, ...urlEncoded, "transfer-encoding": "chunked" },
      "x".repeat(3 * 1024 * 1024),
    );
    expect(response.statusCode).toBe(413);
  });
});

describe("a request", () => {
  test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])(
    "by %s is refused, whatever its address",
    async (method) => {
      const response = await server.fetch("/form", { method });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    },
  );

  test.each(["/%E0%A4%A", "/form?q=%E0%A4%A", "/form?q=%00", "/%00", "/bids/%ff"])(
    "for %s is refused, not failed",
    async (path) => {
      expect((await server.fetch(path)).status).toBe(400);
    },
  );

  test("by HEAD is answered like one by GET, without the page", async () => {
    for (const [path, status] of [
      ["/form", 200],
      ["/nowhere", 404],
    ] as const) {
      const response = await server.fetch(path, { method: "HEAD" });
      expect([response.status, await response.text()]).toEqual([status, ""]);
    }
  });

  test("with a body where none belongs is refused", async () => {
    expect((await send("GET", "/form", { "content-length": "3" }, "a=1")).statusCode).toBe(400);
  });

  test("is at the public address, whatever its headers say, and its peer cannot claim another address", async () => {
    const headers = {
      host: "evil.example:99",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "10.9.9.9",
    };
    const response = await send("GET", "/form?_data=%2Fform", headers);
    expect(JSON.parse(await textOf(response))).toEqual({
      url: `${server.environment.publicUrl}/form`,
      host: new URL(server.environment.publicUrl).host,
      forwarded: null,
      client: "127.0.0.1",
    });
  });

  test("with headers that are too long is refused", async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${"x".repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 431 .*nosniff.*too long/s);
  });

  test("that is not HTTP is refused", async () => {
    expect(await raw("GET\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
  });

  test("for another server's address is refused", async () => {
    expect(
      await raw("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
    ).toMatch(/^HTTP\/1.1 400 /);
  });
});

test("behind a trusted proxy, the address of the visitor is the one that the proxy states", async () => {
  const behind = await startServer({
    database: register.db,
    environment: { TRUST_PROXY: "loopback", PUBLIC_URL: "https://funding.example.gov.uk" },
    build: smallBuild({
      "/form": { loader: loaderFor("public", ({ platform }) => ({ client: platform.clientAddress })) },
    }),
  });
  try {
    const response = await behind.fetch("/form?_data=%2Fform", {
      headers: { "x-forwarded-for": "198.51.100.7" },
    });
    expect(await response.json()).toEqual({ client: "198.51.100.7" });
  } finally {
    await behind.close();
  }
});

test("machines are told whether the service is alive and ready", async () => {
  expect(await (await server.fetch("/healthz")).json()).toEqual({ status: "ok" });
  expect(await (await server.fetch("/readyz")).json()).toEqual({ status: "ready" });
});

function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = "",
): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    httpRequest(server.url + path, { method, headers, family: 4 }, answered)
      .once("error", failed)
      .end(body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  return text;
}

function raw(text: string): Promise<string> {
  return new Promise((answered, failed) => {
    let answer = "";
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => socket.write(text));
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      answer += chunk;
    });
    socket.once("end", () => answered(answer)).once("error", failed);
  });
}

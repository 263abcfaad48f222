import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { actionFor, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";

const NOW = "2026-06-30T23:30:00.000Z";
const register = useDatabase();
let server: RunningServer;
let cookies: Record<"officer" | "administrator" | "nobody", string>;

beforeAll(async () => {
  const seen = loaderFor("signed-in", ({ context, platform }) => ({
    today: context.today,
    actor: context.actor.kind,
    scope: context.scope,
    message: platform.takeMessage(),
  }));
  server = await startServer({
    database: register.db,
    now: () => NOW,
    build: smallBuild({
      "/": { loader: seen },
      "/bids/new": {
        loader: loaderFor("bid.write", () => ({})),
        action: actionFor("bid.write", () =>
          redirectTo("/", { message: `Saved <b>£1</b> ${"x".repeat(400)}` }),
        ),
      },
      "/people": { loader: loaderFor("people.manage", () => ({})) },
      "/sign-out": {
        action: actionFor("public", ({ platform }) => {
          platform.forgetSession();
          return redirectTo("/sign-in");
        }),
      },
      "/theirs": { loader: loaderFor("signed-in", () => Promise.reject(new ForbiddenError("bid.write"))) },
      "/stale": { action: actionFor("signed-in", () => Promise.reject(new StaleError())) },
    }),
  });
  cookies = {
    officer: await signIn("officer"),
    administrator: await signIn("administrator"),
    nobody: "session=x",
  };
});

afterAll(() => server.close());

/** A person who is an officer of a partnership of its own, or an administrator; signed in. */
async function signIn(kind: "officer" | "administrator"): Promise<string> {
  const token = await register.db.write(async (trx) => {
    const is_administrator = kind === "administrator" ? 1 : 0;
    const { id: person_id } = await trx
      .insertInto("person")
      .values({
        name: kind,
        email: `${kind}@example.org`,
        is_administrator,
        password_hash: null,
        disabled_at: null,
        created_at: NOW,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (kind === "officer") {
      const { id: partnership_id } = await trx
        .insertInto("partnership")
        .values({ name: "Invented partnership", kind: "district" })
        .returning("id")
        .executeTakeFirstOrThrow();
      await trx.insertInto("membership").values({ person_id, partnership_id, role: "officer" }).execute();
    }
    return startSession(trx, person_id, NOW);
  });
  return `session=${token}`;
}

const status = async (path: string, cookie?: string) =>
  (await server.fetch(path, { headers: cookie ? { cookie } : {} })).status;

describe("a page", () => {
  test("asks who is not signed in to sign in, and then brings them back", async () => {
    for (const cookie of ["", cookies.nobody]) {
      const response = await server.fetch("/bids/new?round=4", { headers: { cookie } });
      expect([response.status, response.headers.get("location")]).toEqual([
        303,
        "/sign-in?next=%2Fbids%2Fnew%3Fround%3D4",
      ]);
    }
  });

  test("runs no action for who is not signed in", async () => {
    const empty = await server.post("/bids/new", { title: "" });
    expect(empty.headers.get("location")).toBe("/sign-in?next=%2Fbids%2Fnew");
    expect((await server.post("/bids/new", { title: "A" })).status).toBe(401);
  });

  test("is for those who hold its permission", async () => {
    expect([
      await status("/bids/new", cookies.officer),
      await status("/bids/new", cookies.administrator),
    ]).toEqual([200, 403]);
    expect([
      await status("/people", cookies.officer),
      await status("/people", cookies.administrator),
    ]).toEqual([403, 200]);
  });

  test("says no to what its record does not allow", async () => {
    expect(await status("/theirs", cookies.officer)).toBe(403);
  });

  test("says that somebody else was faster", async () => {
    expect((await server.post("/stale", {}, { cookie: cookies.officer })).status).toBe(409);
  });

  test("knows the person, their partnerships and the day in the UK", async () => {
    const response = await server.fetch("/?_data=%2F", { headers: { cookie: cookies.officer } });
    expect(await response.json()).toMatchObject({
      actor: "person",
      today: "2026-07-01",
      scope: { all: false, partnershipIds: [expect.any(Number)] },
    });
  });
});

describe("the cookie of a session", () => {
  test("is taken away at sign-out", async () => {
    const response = await server.post("/sign-out", {}, { cookie: cookies.officer });
    expect(response.headers.getSetCookie()).toEqual(["session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
  });
});

describe("a success message", () => {
  const left = async () => {
    const response = await server.post("/bids/new", { title: "A" }, { cookie: cookies.officer });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    return response.headers.getSetCookie().find((cookie) => cookie.startsWith("message=")) ?? "";
  };

  test("is shown on the next page, once", async () => {
    const cookie = `${cookies.officer}; ${(await left()).split(";")[0]}`;
    const response = await server.fetch("/?_data=%2F", { headers: { cookie } });
    const { message } = (await response.json()) as { message: string };
    expect(message).toMatch(/^Saved <b>£1<\/b> x+$/);
    expect(message.length).toBe(300);
    expect(response.headers.getSetCookie()).toEqual(["message=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
  });

  test("that cannot be read is none", async () => {
    for (const value of ["%E0%A4%A", "x", "%7B%22a%22%3A1%7D", "7"]) {
      const response = await server.fetch("/?_data=%2F", {
        headers: { cookie: `${cookies.officer}; message=${value}` },
      });
      expect(await response.json()).toMatchObject({ message: null });
    }
  });
});

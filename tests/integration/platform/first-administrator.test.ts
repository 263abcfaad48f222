import { expect, test } from "vitest";
import { ensureFirstAdministratorLink } from "#app/platform/first-administrator.server.ts";
import { hashToken } from "#app/platform/tokens.server.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
const at = { publicUrl: "http://localhost:3000", now: "2026-06-01T08:00:00.000Z" };
const links = () => register.db.read.selectFrom("one_time_link").selectAll().execute();

test("an empty register gives one link that makes the administrator, good for a day; the last one counts", async () => {
  const first = await ensureFirstAdministratorLink(register.db, at);
  const second = await ensureFirstAdministratorLink(register.db, at);
  expect(second).toMatch(/^http:\/\/localhost:3000\/first-administrator\/[\w-]{43}$/);
  expect(second).not.toBe(first);
  expect(await links()).toEqual([
    {
      token_hash: hashToken(second?.split("/").at(-1) ?? ""),
      purpose: "first_administrator",
      person_id: null,
      expires_at: "2026-06-02T08:00:00.000Z",
      used_at: null,
    },
  ]);
});

test("a register with a person gives none", async () => {
  await register.db.write((trx) =>
    trx
      .insertInto("person")
      .values({
        name: "Somebody",
        email: "a@example.org",
        password_hash: null,
        disabled_at: null,
        created_at: at.now,
      })
      .execute(),
  );
  expect(await ensureFirstAdministratorLink(register.db, at)).toBeNull();
});

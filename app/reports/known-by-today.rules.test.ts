import { expect, test } from "vitest";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { changesSchema } from "./changes/changes.schema.ts";
import { momentSchema } from "./funding-secured.schema.ts";
import { knownByToday } from "./known-by-today.rules.ts";

const TODAY = "2026-11-22";
const ask = (search: string) => knownByToday(parseForm(momentSchema, new URLSearchParams(search)), TODAY);

test("what will be known after today is refused next to its field, with what was typed", () => {
  const typed = "known-at-day=1&known-at-month=1&known-at-year=2030";
  expect(ask(typed)).toEqual({
    ok: false,
    values: { "known-at": { day: "1", month: "1", year: "2030" } },
    errors: { "known-at": "As it was known on must be today or in the past" },
  });
  const two = parseForm(
    changesSchema,
    new URLSearchParams("to-known-at=2026-11-23&from-known-at=2026-11-22"),
  );
  expect(knownByToday(two, TODAY)).toMatchObject({
    errors: { "to-known-at": "Second report: As it was known on must be today or in the past" },
  });
});

test("as at a day to come, and known today, is asked for as before", () => {
  expect(ask("as-at=2030-01-01&known-at=2026-11-22")).toMatchObject({ ok: true });
  expect(ask("")).toMatchObject({ ok: true });
});

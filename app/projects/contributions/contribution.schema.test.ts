import { expect, test } from "vitest";
import { errorList } from "#app/ui/forms/error-list.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { newContributionSchema } from "./contribution.schema.ts";

test("each message leads to its question", () => {
  const form = parseForm(newContributionSchema, Object.entries({ amountPence: "much" }));
  const errors = form.ok ? [] : errorList(form.errors, form.values);
  expect(errors.map(({ href }) => href)).toEqual(["#contributor", "#kind", "#amountPence"]);
  expect(errors[1]?.text).toBe("Choose cash or in kind");
});

test("what a partner gives may have no year and no amount", () => {
  const given = { contributor: "Borough council", kind: "in_kind" };
  expect(parseForm(newContributionSchema, Object.entries(given))).toMatchObject({
    ok: true,
    data: { ...given, description: null, financialYear: null, amountPence: null },
  });
});

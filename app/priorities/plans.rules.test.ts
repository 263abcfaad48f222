import { expect, test } from "vitest";
import { plansOf } from "./plans.rules.ts";

test("priorities changed in the middle of a year are two plans, the later one first", () => {
  const priority = (title: string, validFrom: string | null, validTo: string | null) => ({
    title,
    validFrom,
    validTo,
  });
  const violence = priority("Violent crime", null, "2020-09");
  const drugs = priority("Drug related harm", "2020-09", "2022-03");
  const youth = priority("Young people at risk", "2020-09", "2022-03");
  expect(plansOf([violence, drugs, youth])).toEqual([
    { validFrom: "2020-09", validTo: "2022-03", priorities: [drugs, youth] },
    { validFrom: null, validTo: "2020-09", priorities: [violence] },
  ]);
  expect(plansOf([])).toEqual([]);
});

import { expect, test } from "vitest";
import type { FormValues } from "./form-values.ts";
import { typedAnswers } from "./typed-answers.ts";

test("what was typed in a form is given back in words, and what the form sends by itself is not", () => {
  const typed: FormValues = {
    "form-key": "abc",
    version: "3",
    intent: "submit",
    reason: " Asked for too much ",
    happenedOn: { day: "1", month: "", year: "2026" },
    requestedPence: "1,000",
    priorityIds: ["3"],
    note: "",
    password: "secret",
    lines: [{ amountPence: "12", projectId: "4" }, { label: "Rest" }],
  };
  expect(typedAnswers(typed)).toEqual([
    { name: "Reason", text: "Asked for too much" },
    { name: "Happened on", text: "1 2026" },
    { name: "Requested", text: "1,000" },
    { name: "Lines 1, amount", text: "12" },
    { name: "Lines 2, label", text: "Rest" },
  ]);
});

import { expect, test } from "vitest";
import { besideNotOfEntryWords } from "./beside.rules.ts";

test("of a report up to an entry of the ledger it is said which columns do not end there", () => {
  expect(besideNotOfEntryWords(["claimed", "received", "spent", "left"])).toBeNull();
  expect(besideNotOfEntryWords(["requested", "claimed", "spent", "matchCash"])).toBe(
    "Requested as recorded by the end of that day; Match in cash as recorded today. A report that was published has them as they were then.",
  );
});

import { expect, test } from "vitest";
import { besideNotOfEntryWords } from "./beside.rules.ts";

test("of a report up to an entry of the ledger it is said what of its columns does not end there", () => {
  expect(besideNotOfEntryWords(["claimed", "received", "spent", "left", "matchInKind"])).toBeNull();
  expect(besideNotOfEntryWords(["requested", "claimed", "spent", "matchCash"])).toBe(
    "the costs by which Requested is split by year and stream stand as recorded today. A report that was published has them as they were then.",
  );
});

import { expect, test } from "vitest";
import { searchWords } from "./search-words.ts";

test.each([
  ["Doorbell cameras", ["doorbell", "cameras"]],
  ["  100% safe_streets ", ["100", "safe", "streets"]],
  ["b-000123", ["b000123"]],
  ["Night-time", ["night", "time"]],
  ["Dŵr Cymru", ["dŵr", "cymru"]],
  ["%", []],
  ['"; drop table bid', ["drop", "table", "bid"]],
])("the words of %j", (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});

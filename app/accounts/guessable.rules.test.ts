import { expect, test } from "vitest";
import { isGuessable } from "./guessable.rules.ts";

test.each([
  "aaaaaaaaaaaa",
  "abcabcabcabc",
  "123456789012",
  "qwertyuiop123",
  "1q2w3e4r5t6y",
  "zyxwvutsrqpon",
  "password1234",
  "P@ssw0rd!2026",
  "Welcome2026!!",
  "CommunitySafety1",
  "safer.streets.2026",
  "November2026!",
  "theHomeOffice99",
])("%s is guessable", (password) => {
  expect(isGuessable(password)).toBe(true);
});

test.each([
  "correct horse battery",
  "another long password",
  "funding for the otters",
  "7291 4406 8812",
  "tr0ub4dor&3xyz",
  "Ŵyth o ddefaid gwyn",
])("%s is not", (password) => {
  expect(isGuessable(password)).toBe(false);
});

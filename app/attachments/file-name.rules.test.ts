import { describe, expect, test } from "vitest";
import { contentDisposition, extensionOf, tidyFileName, withExtension } from "./file-name.rules.ts";

describe("the name of a file is kept", () => {
  test.each([
    ["as it is", "Award letter 2026.pdf", "Award letter 2026.pdf"],
    ["in any language", "Llythyr dyfarnu – Ŵyl.pdf", "Llythyr dyfarnu – Ŵyl.pdf"],
    ["without the folders of Windows", "C:\\Users\\olu\\letter.pdf", "letter.pdf"],
    ["without folders", "../../etc/passwd", "passwd"],
    ["without what cannot be seen", "let\u202efdp.exe\0\r\n", "letfdp.exe"],
    ["without what a disk cannot write", 'a<b>:"c|d?*.csv', "a-b---c-d--.csv"],
    ["without dots at its ends", "..hidden. ", "hidden"],
    ["at a length that every disk takes", `${"a".repeat(300)}.docx`, `${"a".repeat(115)}.docx`],
    ["empty where nothing is left", "/\u200b", ""],
  ])("%s", (_how, name, expected) => {
    expect(tidyFileName(name)).toBe(expected);
  });

  test("with the extension of its kind where it had none", () => {
    expect([
      withExtension("letter", "pdf"),
      withExtension("", "txt"),
      withExtension("a.jpeg", "jpg"),
    ]).toEqual(["letter.pdf", "attachment.txt", "a.jpeg"]);
    expect([extensionOf("a.PDF"), extensionOf("a"), extensionOf("a. b")]).toEqual(["pdf", null, null]);
  });
});

test.each([
  ["letter.pdf", "attachment; filename=\"letter.pdf\"; filename*=UTF-8''letter.pdf"],
  ["£1 (a'b).csv", "attachment; filename=\"_1 (a'b).csv\"; filename*=UTF-8''%C2%A31%20%28a%27b%29.csv"],
  ['a"b\\%.txt', "attachment; filename=\"a_b__.txt\"; filename*=UTF-8''a%22b%5C%25.txt"],
])("a browser saves %s under its name", (name, header) => {
  expect(contentDisposition(name)).toBe(header);
  expect(() => new Headers({ "content-disposition": contentDisposition(name) })).not.toThrow();
});

import { describe, expect, test } from "vitest";
import { unzip } from "#tests/support/unzip.ts";
import { zip } from "#tests/support/zip.ts";
import { kindOfFile } from "./file-kind.server.ts";

const PDF = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n";
const TYPES = (more = "") => `<?xml version="1.0"?><Types>${more}</Types>`;
const WORD = { "[Content_Types].xml": TYPES(), "word/document.xml": "<w:document/>" };
const EXCEL = { "[Content_Types].xml": TYPES(), "xl/workbook.xml": "<workbook/>" };
const ODT = { mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<office/>" };
const ODS = { mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office/>" };
const EMAIL =
  "From: grants@opcc.example\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\nSubject: Award\r\n\r\nDear Olu";
const latin = (text: string) => Buffer.from(text, "latin1");

const kind = (content: string | Buffer, name: string) =>
  kindOfFile(typeof content === "string" ? Buffer.from(content) : content, name);

test("what the tests pack can be unpacked", () => {
  expect(unzip(zip(WORD)).get("word/document.xml")?.toString()).toBe("<w:document/>");
});

describe("a file is taken for what it holds", () => {
  test.each([
    ["pdf", PDF, "letter.pdf"],
    ["pdf", PDF, "letter"],
    ["png", latin("\x89PNG\r\n\x1a\n....IEND\xaeB`\x82"), "map.PNG"],
    ["jpg", latin("\xff\xd8\xff\xe0....\xff\xd9"), "photo.jpeg"],
    ["docx", zip(WORD), "bid.docx"],
    ["xlsx", zip(EXCEL), "costs.xlsx"],
    ["odt", zip(ODT), "bid.odt"],
    ["ods", zip(ODS), "costs.ods"],
    ["txt", "Award letter, £20,000\n", "letter.txt"],
    ["txt", latin("Award letter, \xa320,000\r\n"), "letter"],
    ["csv", "ward,amount\nBargate,£100\n", "costs.csv"],
    ["eml", EMAIL, "award.eml"],
    ["eml", `X-Mailer: Council\r\n${EMAIL}`, "award.eml"],
  ])("%s", (expected, content, name) => {
    expect(kind(content, name)).toEqual({ ok: true, value: expected });
  });
});

describe("a file is refused in words", () => {
  test.each([
    ["that is empty", "", "letter.pdf", /empty/],
    ["whose name says something else", PDF, "letter.docx", /ends in \.docx, but it holds a PDF/],
    ["whose name hides a program", "echo hello", "letter.exe", /ends in \.exe, but it holds a plain text/],
    ["that is cut off", PDF.slice(0, 20), "letter.pdf", /damaged/],
    ["that is a program", latin("MZ\x90\0\x03\0\0\0"), "letter.pdf", /must be a PDF/],
    [
      "of an old Office format",
      latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."),
      "bid.doc",
      /old Office format/,
    ],
    ["with macros", zip({ ...WORD, "word/vbaProject.bin": "x" }), "bid.docx", /macros/],
    [
      "with macros under another name",
      zip({ ...EXCEL, "[Content_Types].xml": TYPES('ContentType="application/vnd.ms-office.vbaProject"') }),
      "costs.xlsx",
      /macros/,
    ],
    [
      "with macros of OpenDocument",
      zip({ ...ODS, "Basic/Standard/Module1.xml": "x" }),
      "costs.ods",
      /macros/,
    ],
    ["with old macro sheets", zip({ ...EXCEL, "xl/macrosheets/sheet1.xml": "x" }), "costs.xlsx", /macros/],
    ["behind a password", zip(WORD, 1), "bid.docx", /password/],
    ["that is any other zip file", zip({ "a.txt": "x" }), "papers.zip", /must be a PDF/],
    ["that is half a zip file", zip(WORD).subarray(0, 60), "bid.docx", /damaged/],
    ["that is a web page", "<!doctype html><p>Hello", "letter.txt", /Web pages/],
    ["that is a drawing", '\ufeff <svg xmlns="http://www.w3.org/2000/svg"/>', "map.png", /Web pages/],
    ["that holds a script", "Hello <script>alert(1)</script>", "letter.txt", /Web pages/],
    ["with a NUL in its text", "Hello\0", "letter.txt", /must be a PDF/],
    ["that is no email", "Hello: you", "award.eml", /does not begin as an email/],
    [
      "that is an email with a file in it",
      `${EMAIL}\r\n--b\r\nContent-Type: application/zip;\r\n name="a.zip"\r\n`,
      "award.eml",
      /attachments of its own/,
    ],
  ])("%s", (_what, content, name, message) => {
    const result = kind(content, name);
    expect(result.ok ? result.value : result.errors.file).toMatch(message);
  });

  test("whatever bytes it is cut or changed to: never a crash", () => {
    const whole = zip(WORD);
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = 255 - (changed[at] ?? 0);
      expect(typeof kind(changed, "bid.docx").ok).toBe("boolean");
      expect(kind(whole.subarray(0, at), "bid.docx").ok).toBe(false);
    }
  });
});

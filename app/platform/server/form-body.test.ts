import { describe, expect, test } from "vitest";
import { readForm, withoutFile } from "./form-body.ts";

const URL_ENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=edge";

const problem = (type: string | undefined, body: string | Buffer, encoding?: string) =>
  readForm({ "content-type": type, "content-encoding": encoding }, Buffer.from(body as string));

const part = (name: string, value: string) =>
  `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

describe("the body of a form", () => {
  test.each([
    ["nothing", URL_ENCODED, ""],
    ["fields", URL_ENCODED, "title=Safer+streets&amount=%C2%A3299%2C998"],
    ["fields of a script", `${URL_ENCODED};charset=UTF-8`, "title=A"],
    ["parts", MULTIPART, `${part("title", "A")}${part("title", "£1")}--edge--\r\n`],
    ["parts without a last line end", MULTIPART, `${part("title", "A")}--edge--`],
    ["no parts", MULTIPART, "--edge--\r\n"],
    ["a quoted boundary", 'multipart/form-data; boundary="edge"', `${part("title", "A")}--edge--\r\n`],
  ])("may hold %s", async (_what, type, body) => {
    expect(await problem(type, body)).toBeNull();
  });

  test.each([
    ["no type", undefined, "title=A"],
    ["plain text", "text/plain", "title=A"],
    ["JSON", "application/json", "{}"],
    ["XML", "application/xml", "<a/>"],
    ["several parts of another kind", "multipart/mixed; boundary=edge", "--edge--"],
    ["another character set", `${URL_ENCODED}; charset=utf-16`, "title=A"],
  ])("is not accepted as %s", async (_what, type, body) => {
    expect(await problem(type, body)).toBe(415);
  });

  test("is not accepted compressed", async () => {
    expect(await problem(URL_ENCODED, "title=A", "gzip")).toBe(415);
  });

  test.each([
    ["a half escape", URL_ENCODED, "title=%E0%A4%A"],
    ["half a character", URL_ENCODED, "title=%ED%A0%80"],
    ["bytes that are not UTF-8", URL_ENCODED, Buffer.from([0x61, 0x3d, 0xff])],
    ["parts without a boundary", "multipart/form-data", part("title", "A")],
    ["an empty boundary", "multipart/form-data; boundary=", "----"],
    ["parts cut off", MULTIPART, part("title", "A")],
    ["parts cut off inside", MULTIPART, '--edge\r\nContent-Disposition: form-data; name="ti'],
    ["no parts at all", MULTIPART, ""],
    ["something else than parts", MULTIPART, "title=A"],
    ["a part without a name", MULTIPART, "--edge\r\nContent-Type: text/plain\r\n\r\nA\r\n--edge--\r\n"],
  ])("is refused with %s", async (_what, type, body) => {
    expect(await problem(type, body)).toBe(400);
  });

  test("holds at most 1,000 fields", async () => {
    const pairs = (count: number) => Array.from({ length: count }, (_, index) => `line${index}=1`).join("&");
    const parts = (count: number) => `${part("line", "1").repeat(count)}--edge--\r\n`;
    expect([await problem(URL_ENCODED, pairs(1000)), await problem(URL_ENCODED, pairs(1001))]).toEqual([
      null,
      413,
    ]);
    expect([await problem(MULTIPART, parts(1000)), await problem(MULTIPART, parts(1001))]).toEqual([
      null,
      413,
    ]);
  });
});

describe("a form with a file that is too large", () => {
  const file = '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';
  const head = Buffer.from(`${part("title", "Award letter, £1")}${file}`);

  test("keeps the fields before it and says that the file was left out", async () => {
    const body = withoutFile({ "content-type": MULTIPART }, head) as Buffer;
    const form = await new Response(new Uint8Array(body), {
      headers: { "content-type": MULTIPART },
    }).formData();
    expect([...form]).toEqual([
      ["title", "Award letter, £1"],
      ["file-left-out", "yes"],
    ]);
  });

  test.each([
    ["without a file near its beginning", MULTIPART, part("title", "A")],
    ["without a boundary", "multipart/form-data", head],
    ["of another kind", URL_ENCODED, "title=A"],
  ])("is not mended %s", (_what, type, body) => {
    expect(withoutFile({ "content-type": type }, Buffer.from(body as string))).toBeNull();
  });
});

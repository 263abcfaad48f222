import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zipped } from "#tests/support/zipped.ts";
import { parseList } from "../funder-list.rules.ts";
import { numberText } from "./cell-text.rules.ts";
import { readWorkbook } from "./workbook.server.ts";

const RELS = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`;
const BOOK = `<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Old" state="hidden" r:id="rId1"/><x:sheet name="Awards" r:id="rId2"/></x:sheets></x:workbook>`;
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;paid&quot; 0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
const TEXTS = `<sst><si><t>Ref</t></si><si><r><t>Amount </t></r><r><t xml:space="preserve">(&#163;); awarded</t></r><rPh><t>spoken</t></rPh></si><si/><si><t>Caf&#xe9; &amp; "Co", &lt;Ltd&gt;</t></si></sst>`;
const SHEET = `<worksheet><!-- < --><sheetData>
  <row r="1"><c r="A1" t="inlineStr"><is><t>Awards of the fund</t></is></c></row>
  <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>Date</t></is></c><c r="E2" s="2"/></row>
  <row r="4"><c r="A4" t="str"><f>"G"&amp;1</f><v>G1</v></c><c r="B4" s="3"><v>239832.28000000003</v></c><c r="C4" t="s"><v>3</v></c><c r="D4" s="1"><v>45224</v></c></row>
  <row r="5"><c r="A5"/><c r="B5" t="s"><v>2</v></c></row>
  <row><c><v>7</v></c><c><v>1.5E+6</v></c><c t="b"><v>1</v></c><c s="2"><v>45224.75</v></c></row>
</sheetData></worksheet>`;

const PARTS = {
  "xl/workbook.xml": BOOK,
  "xl/_rels/workbook.xml.rels": RELS,
  "xl/styles.xml": STYLES,
  "xl/sharedStrings.xml": TEXTS,
  "xl/worksheets/sheet2.xml": SHEET,
};

describe("a workbook", () => {
  test("is read as the table of its largest sheet that is shown: texts, numbers, dates, and rows by their own numbers", () => {
    const text = readWorkbook(zipped(PARTS));
    const list = parseList(text.ok ? text.value : "");
    expect(list).toEqual({
      ok: true,
      value: {
        headings: ["Ref", "Amount (£), awarded", "", "Date"],
        rows: [
          { number: 4, cells: ["G1", "239832.28", 'Café & "Co", <Ltd>', "2023-10-25"] },
          { number: 6, cells: ["7", "1500000", "yes", "2023-10-25"] },
        ],
      },
    });
  });

  test.each([
    ["an archive of something else", { "content.xml": "<a/>" }, /^The file is an archive and not a workbook/],
    ["one without its sheet", { ...PARTS, "xl/worksheets/sheet2.xml": undefined }, /cannot be read/],
    [
      "one with entities of its own",
      {
        ...PARTS,
        "xl/sharedStrings.xml": `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&b;</t></si></sst>`,
      },
      /cannot be read/,
    ],
    [
      "a tag that never ends",
      { ...PARTS, "xl/worksheets/sheet2.xml": `<worksheet><c r="${"A".repeat(1000)}` },
      /cannot be read/,
    ],
    ["a sheet that is shown nowhere", { ...PARTS, "xl/_rels/workbook.xml.rels": "<a/>" }, /cannot be read/],
  ])("is refused in words where it is %s", (_, parts, message) => {
    expect(readWorkbook(zipped(parts))).toMatchObject({
      ok: false,
      errors: { list: expect.stringMatching(message) },
    });
  });

  test("is not unpacked past its bound, and one of too many rows is not read to its end", () => {
    const bomb = zipped(PARTS, {
      "xl/worksheets/sheet2.xml": deflateRawSync(Buffer.alloc(200 * 1024 * 1024, 32)),
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(readWorkbook(bomb)).toMatchObject({ ok: false });
    const rows = `<sheetData>${"<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(30_000)}</sheetData>`;
    const many = readWorkbook(zipped({ ...PARTS, "xl/worksheets/sheet2.xml": rows }));
    expect(parseList(many.ok ? many.value : "")).toMatchObject({
      ok: false,
      errors: { list: "The list has 20,001 rows. Take at most 20,000 at a time" },
    });
  });

  test("is read or refused in words, and never breaks, whatever is cut off it or altered in it", () => {
    const whole = zipped(PARTS);
    const altered = fc.tuple(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.nat(whole.length),
    );
    fc.assert(
      fc.property(altered, ([changes, length]) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        readWorkbook(bytes.subarray(0, length === 0 ? undefined : length));
        readWorkbook(bytes);
      }),
      { numRuns: 300 },
    );
  });
});

const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
const ODS = `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style></office:automatic-styles><office:body><office:spreadsheet>
  <table:table table:name="Old" table:style-name="gone"><table:table-row table:number-rows-repeated="9"><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>
  <table:table table:name="Awards" table:style-name="ta1"><table:table-column table:number-columns-repeated="4"/>
  <table:table-row><table:table-cell office:value-type="string"><text:p>Awards of the fund</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row>
  <table:table-header-rows><table:table-row><table:table-cell><text:p>Ref</text:p></table:table-cell><table:table-cell><text:p>Amount <text:span>(£)</text:span></text:p></table:table-cell><table:table-cell><text:p>Date</text:p></table:table-cell><table:table-cell><text:p>Paid</text:p></table:table-cell></table:table-row></table:table-header-rows>
  <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
  <table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>Café<text:s text:c="2"/>&amp;</text:p><text:p>Co</text:p></table:table-cell><table:table-cell office:value-type="currency" office:currency="GBP" office:value="239832.28000000003"><text:p>£239,832.28</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-10-25T12:00:00"><text:p>25/10/23</text:p></table:table-cell><table:covered-table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:covered-table-cell></table:table-row>
  <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
  </table:table></office:spreadsheet></office:body></office:document-content>`;

describe("an OpenDocument spreadsheet", () => {
  test("is read as an Excel workbook is: what is shown, without comments, repeated cells and rows in their places", () => {
    const text = readWorkbook(zipped({ mimetype: ODS_TYPE, "content.xml": ODS }));
    expect(parseList(text.ok ? text.value : "")).toEqual({
      ok: true,
      value: {
        headings: ["Ref", "Amount (£)", "Date", "Paid"],
        rows: [{ number: 5, cells: ["Café & Co", "239832.28", "2023-10-25", "yes"] }],
      },
    });
  });

  test("that is a text document, or damaged, is refused in words, and no repeat fills the memory", () => {
    const text = "application/vnd.oasis.opendocument.text";
    expect(readWorkbook(zipped({ mimetype: text, "content.xml": ODS }))).toMatchObject({ ok: false });
    expect(readWorkbook(zipped({ mimetype: ODS_TYPE }))).toMatchObject({ ok: false });
    const many = ODS.replaceAll(
      'rows-repeated="2"><table:table-cell/>',
      'rows-repeated="99999999"><table:table-cell table:number-columns-repeated="99999"><text:p>a</text:p></table:table-cell>',
    );
    expect(readWorkbook(zipped({ mimetype: ODS_TYPE, "content.xml": many }))).toMatchObject({ ok: false });
  });
});

test.each([
  ["45224", true, false, "2023-10-25"],
  ["59", true, false, "1900-02-28"],
  ["61", true, false, "1900-03-01"],
  ["43762", true, true, "2023-10-25"],
  ["-5", true, false, "-5"],
  ["0.1", false, false, "0.1"],
  ["1e-7", false, false, "0.0000001"],
  ["299998.00000000006", false, false, "299998"],
  ["n/a", false, false, "n/a"],
])("the number %s is the text %s", (value, isDate, is1904, text) => {
  expect(numberText(value, isDate, is1904)).toBe(text);
});

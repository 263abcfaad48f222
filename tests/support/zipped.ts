import { deflateRawSync } from "node:zlib";

/** A zip file of texts by their names; `packed`: parts whose packed bytes are given as they are. */
export function zipped(
  parts: Record<string, string | undefined>,
  packed: Record<string, Buffer> = {},
): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  const names = [
    ...Object.keys(parts).filter((name) => parts[name] !== undefined && !packed[name]),
    ...Object.keys(packed),
  ];
  for (const name of names) {
    const bytes = packed[name] ?? deflateRawSync(Buffer.from(parts[name] ?? ""));
    const title = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt16LE(title.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    central.push(entry, title);
    local.push(Buffer.from([0x50, 0x4b, 0x03, 0x04]), head, title, bytes);
    at += 30 + title.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

/** A workbook of one sheet of texts. */
export function workbookOf(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const data = rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  return zipped({
    "xl/workbook.xml": `<workbook><sheets><sheet name="Grants" r:id="a"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${data}</sheetData></worksheet>`,
  });
}

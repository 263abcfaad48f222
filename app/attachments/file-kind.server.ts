import { inflateRawSync } from "node:zlib";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { ACCEPTED_WORDS, ATTACHMENT_KINDS, type AttachmentKind } from "./attachment.ts";
import { extensionOf } from "./file-name.rules.ts";
import { textKind } from "./text-kind.ts";
import { packedContent, type ZipEntry, zipEntries } from "./zip-entries.ts";

const OTHER = `The file must be a ${ACCEPTED_WORDS}`;
const MACROS = "The file holds macros. Save it without them, as .docx, .xlsx, .odt or .ods, and add that";
const OLD_OFFICE =
  "The file is of an old Office format, an Outlook message, or protected by a password. Save it as .docx, .xlsx or PDF without a password";
const DAMAGED = "The file is damaged, or not what its name says. Save it anew";

/** What documents of these kinds may grow to when they are opened. */
const MOST_UNPACKED = 200 * 1024 * 1024;
const CONTENT_TYPES_BYTES = 1024 * 1024;

/**
 * What a file is by its content, whatever it says of itself; its name must fit that.
 * @returns the kind, or the message for the field `file`.
 */
export function kindOfFile(bytes: Uint8Array, name: string): Result<AttachmentKind> {
  const found = byContent(bytes, name);
  if (!found.ok) return found;
  const extension = extensionOf(name);
  const { name: kindName, extensions } = ATTACHMENT_KINDS[found.value];
  if (extension === null || (extensions as readonly string[]).includes(extension)) return found;
  return refused(
    `The file’s name ends in .${extension}, but it holds a ${kindName}. Save it as one or the other`,
  );
}

function byContent(bytes: Uint8Array, name: string): Result<AttachmentKind> {
  if (bytes.length === 0) return refused("The file is empty");
  if (startsWith(bytes, "%PDF-")) return endsWith(bytes, "%%EOF", 2048) ? succeed("pdf") : refused(DAMAGED);
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n"))
    return endsWith(bytes, "IEND", 64) ? succeed("png") : refused(DAMAGED);
  if (startsWith(bytes, "\xff\xd8\xff"))
    return endsWith(bytes, "\xff\xd9", 64) ? succeed("jpg") : refused(DAMAGED);
  if (startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return refused(OLD_OFFICE);
  if (startsWith(bytes, "PK\x03\x04")) return office(bytes);
  return textKind(bytes, extensionOf(name)) ?? refused(OTHER);
}

/** Documents that are zip files are told apart by what they hold. */
function office(bytes: Uint8Array): Result<AttachmentKind> {
  const entries = zipEntries(bytes);
  if (entries === null || entries.length === 0) return refused(DAMAGED);
  if (entries.some(({ isEncrypted }) => isEncrypted)) return refused(OLD_OFFICE);
  if (entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) > MOST_UNPACKED)
    return refused(DAMAGED);
  const named = new Map(entries.map((entry) => [entry.name, entry]));
  const kind = officeKind(bytes, named);
  if (kind === null) return refused(OTHER);
  if (entries.some(({ name }) => ACTIVE_PARTS.test(name)) || saysMacros(bytes, named)) return refused(MACROS);
  return succeed(kind);
}

/** Programs inside documents: macros of Office and of OpenDocument, old macro sheets, controls. */
const ACTIVE_PARTS =
  /(^|\/)vba(project|data)|(^|\/)(macrosheets|dialogsheets|activex)\/|^(basic|scripts)\/.|\.(exe|dll|js|vbs|bat|cmd|ps1)$/i;

function officeKind(bytes: Uint8Array, named: ReadonlyMap<string, ZipEntry>): AttachmentKind | null {
  const stated = named.get("mimetype");
  if (stated?.method === 0) {
    const type = new TextDecoder().decode(packedContent(bytes, stated) ?? new Uint8Array());
    if (type === ATTACHMENT_KINDS.odt.type && named.has("content.xml")) return "odt";
    if (type === ATTACHMENT_KINDS.ods.type && named.has("content.xml")) return "ods";
  }
  if (!named.has("[Content_Types].xml")) return null;
  if (named.has("word/document.xml")) return "docx";
  return named.has("xl/workbook.xml") ? "xlsx" : null;
}

/** A part that holds macros may have any name; the list of types must say what it is. */
function saysMacros(bytes: Uint8Array, named: ReadonlyMap<string, ZipEntry>): boolean {
  const list = named.get("[Content_Types].xml");
  if (!list) return false;
  const packed = packedContent(bytes, list);
  if (packed === null) return true;
  try {
    const text =
      list.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: CONTENT_TYPES_BYTES });
    return /macroEnabled|vbaProject/i.test(new TextDecoder().decode(text).replaceAll("\0", ""));
  } catch {
    return true;
  }
}

function startsWith(bytes: Uint8Array, signs: string): boolean {
  return latin(bytes.subarray(0, signs.length)) === signs;
}

function endsWith(bytes: Uint8Array, signs: string, within: number): boolean {
  return latin(bytes.subarray(-within)).includes(signs);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

function refused(file: string) {
  return fail({ file });
}

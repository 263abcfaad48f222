import { inflateRawSync } from "node:zlib";

const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const END_LENGTH = 22;
/** What follows the end of a directory at most: a comment. */
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 1000;

/** A part of an archive: where it stands in it, and how. */
type Entry = { start: number; size: number; isStored: boolean; isLocked: boolean };
export type ZipEntries = ReadonlyMap<string, Entry>;

/** The directory of an archive (APPNOTE 6.3.3), by the names of its parts; null where it has none that can be read. */
export function zipEntries(file: Buffer): ZipEntries | null {
  const end = file.lastIndexOf(END);
  if (end < 0 || end + END_LENGTH > file.length || end < file.length - END_LENGTH - MAX_COMMENT) return null;
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return null;
  for (let left = count; left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > end || file.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = file.readUInt16LE(at + 28);
    const next = at + ENTRY_LENGTH + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    if (next > end) return null;
    const method = file.readUInt16LE(at + 10);
    entries.set(file.toString("utf8", at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength), {
      start: file.readUInt32LE(at + 42),
      size: file.readUInt32LE(at + 20),
      isStored: method === 0,
      isLocked: (file.readUInt16LE(at + 8) & 1) === 1 || (method !== 0 && method !== 8),
    });
    at = next;
  }
  return entries;
}

/**
 * A part of an archive, never more of it than `most` bytes: what would be larger is not unpacked to its end.
 * @returns null where it is not there, cannot be read, or is larger.
 */
export function zipPart(file: Buffer, entry: Entry | undefined, most: number): Buffer | null {
  if (!entry || entry.isLocked || entry.start + 30 > file.length) return null;
  const data = entry.start + 30 + file.readUInt16LE(entry.start + 26) + file.readUInt16LE(entry.start + 28);
  if (data + entry.size > file.length) return null;
  const bytes = file.subarray(data, data + entry.size);
  if (entry.isStored) return bytes.length > most ? null : bytes;
  try {
    return inflateRawSync(bytes, { maxOutputLength: most });
  } catch {
    return null;
  }
}

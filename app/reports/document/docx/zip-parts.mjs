import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/**
 * A zip file of these parts, in their order, all of one time: the same parts give the same bytes.
 * @param {ReadonlyMap<string, string>} parts @param {string} madeAt ISO, UTC @returns {Promise<Buffer>}
 */
export function zipParts(parts, madeAt) {
  const zip = new ZipFile();
  const mtime = new Date(madeAt);
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(text), name, { mtime });
  zip.end();
  return buffer(zip.outputStream);
}

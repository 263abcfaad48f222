import { once } from "node:events";
import { PassThrough } from "node:stream";
import { ZipFile } from "yazl";

/** A part that is written bit by bit; `write` waits while nobody takes what has been written. */
/** @typedef {{ write(text: string): Promise<void>, end(): Promise<void> }} Part */

/**
 * A zip file whose parts are written one after another and come out as they are written. What `fill` throws ends it
 * without the directory at its end, so that nobody can take it for a whole file.
 * @param {string} madeAt ISO, UTC: the time that all parts bear.
 * @param {(zip: { whole(name: string, text: string, stored?: boolean): void, part(name: string): Part }) => Promise<void>} fill
 * @returns {AsyncGenerator<Uint8Array>}
 */
export async function* zipped(madeAt, fill) {
  const zip = new ZipFile();
  const mtime = new Date(madeAt);
  const output = /** @type {import("node:stream").Readable} */ (zip.outputStream);
  const filled = fill({
    whole: (name, text, stored = false) =>
      zip.addBuffer(Buffer.from(text), name, { mtime, compress: !stored }),
    part: (name) => {
      const stream = new PassThrough();
      zip.addReadStream(stream, name, { mtime, compressionLevel: 4 });
      return {
        write: async (text) => {
          if (!stream.write(text)) await once(stream, "drain");
        },
        end: async () => {
          stream.end();
          await once(stream, "close");
        },
      };
    },
  }).then(
    () => zip.end(),
    (error) => output.destroy(error),
  );
  for await (const piece of output) yield piece;
  await filled;
}

import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { CommandFailure, type Surroundings } from "./command.ts";

const TELL_EVERY_MS = 2_000;

/** Written beside its place and put there when it is whole: a file that is there is never a part of one. */
export async function save(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  { tell }: Pick<Surroundings, "tell">,
): Promise<void> {
  const unfinished = `${file}.${process.pid}.unfinished`;
  const handle = orInWords(file, () => open(file, unfinished));
  let bytes = 0;
  try {
    try {
      for await (const piece of withProgress(pieces, tell, "written")) {
        // Unlike writeSync, which leaves off in silence where a disk is full, it writes all of a piece or throws.
        orInWords(file, () => writeFileSync(handle, piece));
        bytes += piece.length;
      }
      orInWords(file, () => fsyncSync(handle));
    } finally {
      closeSync(handle);
    }
    orInWords(file, () => renameSync(unfinished, file));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  tell(`${file}: ${bytes.toLocaleString("en-GB")} bytes`);
}

/** The same pieces, and now and then how much they were: "12.3 MB written". */
export async function* withProgress(
  pieces: AsyncIterable<Uint8Array>,
  tell: Surroundings["tell"],
  verb: string,
): AsyncGenerator<Uint8Array, void, void> {
  let told = performance.now();
  let bytes = 0;
  for await (const piece of pieces) {
    yield piece;
    bytes += piece.length;
    if (performance.now() - told < TELL_EVERY_MS) continue;
    tell(`${(bytes / 1_000_000).toFixed(1)} MB ${verb}`);
    told = performance.now();
  }
}

/** @throws Error where something else than a file stands in its place, which must not be replaced by one. */
function open(file: string, unfinished: string): number {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new Error("it is a folder");
  if (there && !there.isFile())
    throw new Error("it is no file. Without --output the result goes to standard output");
  return openSync(unfinished, "wx");
}

function orInWords<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw new CommandFailure(`${file} cannot be written: ${(error as Error).message}`);
  }
}

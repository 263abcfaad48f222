import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { CommandFailure, type Surroundings } from "./command.ts";

const TELL_EVERY_MS = 2_000;

/** Written beside its place and put there when it is whole: a file that is there is never a part of one. */
export async function save(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  { tell }: Pick<Surroundings, "tell">,
): Promise<void> {
  const unfinished = `${file}.${process.pid}.unfinished`;
  const handle = openFile(unfinished);
  let told = performance.now();
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      writeSync(handle, piece);
      bytes += piece.length;
      if (performance.now() - told < TELL_EVERY_MS) continue;
      tell(`${(bytes / 1_000_000).toFixed(1)} MB written`);
      told = performance.now();
    }
    closeSync(handle);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  tell(`${file}: ${bytes.toLocaleString("en-GB")} bytes`);
}

function openFile(file: string): number {
  try {
    return openSync(file, "wx");
  } catch (error) {
    throw new CommandFailure(`${file} cannot be written: ${(error as Error).message}`);
  }
}

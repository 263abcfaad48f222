import { readdirSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { save } from "#app/cli/save-file.server.ts";
import { makeSmallDisk, type SmallDisk } from "./support/small-disk.ts";

const made = makeSmallDisk();
const disk = "reason" in made ? null : made;
if (disk === null) process.stdout.write(`Skipped, no small disk: ${(made as { reason: string }).reason}\n`);

afterAll(() => disk?.remove());

test.skipIf(disk === null)(
  "a disk with room for half of the last piece of a file keeps nothing of it",
  async () => {
    const { folder, fill } = disk as SmallDisk;
    fill();
    const filler = join(folder, "filler");
    const room = 64 * 1024;
    truncateSync(filler, statSync(filler).size - room);
    const piece = async function* () {
      yield Buffer.alloc(2 * room);
    };
    const file = join(folder, "lines.csv");
    await expect(save(piece(), file, { tell: () => {} })).rejects.toThrow(
      `${file} cannot be written: ENOSPC`,
    );
    expect(readdirSync(folder).filter((name) => name.startsWith("lines"))).toEqual([]);
  },
);

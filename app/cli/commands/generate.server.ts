import { migrateToLatest } from "#db/migrate.server.ts";
import { type Command, UsageError } from "../command.ts";
import { generateRegister } from "../generate/index.server.ts";
import { contextFor, withDatabase } from "../open-register.server.ts";
import { readOptions } from "../read-options.ts";
import { refuseWhatHoldsAnything } from "../refuse-what-holds-anything.server.ts";

const OPTIONS = {
  bids: { type: "string", default: "100000" },
  seed: { type: "string", default: "1" },
  password: { type: "string" },
} as const;

const SAID_EVERY_MS = 2_000;

/** Makes a register, where there is none, and fills it with made-up bids for tests of speed. */
export const generate: Command = async (args, { environment, tell }) => {
  const { values } = readOptions(args, OPTIONS);
  const bids = wholeNumber("bids", values.bids, 1, 10_000_000);
  const seed = wholeNumber("seed", values.seed, 0, 2 ** 32 - 1);
  const started = Date.now();
  let said = started;
  await withDatabase(environment, async (database) => {
    await refuseWhatHoldsAnything(database, "nothing is generated into it");
    await migrateToLatest(database);
    await generateRegister(contextFor(database, { kind: "operator" }), {
      bids,
      seed,
      password: values.password ?? null,
      onProgress: (made) => {
        if (Date.now() - said < SAID_EVERY_MS) return;
        said = Date.now();
        tell(`${made.toLocaleString("en-GB")} of ${bids.toLocaleString("en-GB")} bids`);
      },
    });
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  tell(`A register with ${bids.toLocaleString("en-GB")} bids is ready, after ${seconds} s`);
  return 0;
};

function wholeNumber(option: string, text: string, from: number, to: number): number {
  const number = Number(text);
  if (/^\d{1,10}$/.test(text) && number >= from && number <= to) return number;
  throw new UsageError(
    `--${option} must be a whole number from ${from.toLocaleString("en-GB")} to ${to.toLocaleString("en-GB")}`,
  );
}

import { readEnvironment } from "#app/platform/env.server.ts";
import { canariesIn } from "./canary.ts";
import { LONG } from "./results.ts";

type Command = (
  args: string[],
  surroundings: {
    environment: ReturnType<typeof readEnvironment>;
    print(text: string): void;
    tell(text: string): void;
  },
) => Promise<0 | 1>;

const FILES = import.meta.glob<Record<string, unknown>>("../../app/cli/commands/*.ts");

/** The options of a command that acts as a person, with values to try. A new option without values fails the test. */
const VALUES: Record<string, readonly string[]> = {
  of: ["award-status", "success", "funding-secured"],
  year: ["2025-26", "2024-25"],
  by: ["partnership", "funder", "fund", "priority", "theme", "project", "year", "stream"],
  and: ["year", "theme", "funder"],
  columns: ["requested,claimed,received,spent,left,matchCash,matchInKind"],
  partnership: ["Alder", "Cedar"],
  "as-at": ["2025-03-31", "2099-01-01"],
  "known-at": ["2026-11-21"],
  "from-as-at": ["2025-03-31"],
  "from-known-at": ["2026-11-21"],
  format: ["table", "json", "csv", "csv-excel"],
  // The file would hold what is printed without it.
  output: [],
};

/** A command that the help says can act as a person: its words and its other options. */
type ActsAs = { words: string[]; options: string[]; needs: string[] };

/** The commands of the help that take `--as EMAIL`. */
export function commandsThatActAs(help: string): ActsAs[] {
  const usages = help.split(/\n(?= {2}\S)/);
  return usages
    .filter((usage) => usage.includes("--as EMAIL"))
    .flatMap((usage) => {
      const words = (/^\s*(.*?)(?=\s\[|\s--)/.exec(usage)?.[1] ?? "").trim().split(/\s+/);
      const options = [...usage.matchAll(/\[--([\w-]+) /g)]
        .map(([, name = ""]) => name)
        .filter((name) => name !== "as");
      const needs = [...usage.matchAll(/(?<=^ .* )--([\w-]+) [A-Z]/gm)].map(([, name = ""]) => name);
      return alternatives(words).map((each) => ({ words: each, options, needs }));
    });
}

/** "export bids|awards" is "export bids" and "export awards". */
function alternatives([first, ...others]: string[]): string[][] {
  if (first === undefined) return [[]];
  return first.split("|").flatMap((word) => alternatives(others).map((rest) => [word, ...rest]));
}

/**
 * The command lines to try for a person: each value of each option, in the quick form the first, and none of them; each with
 * every value of what the command needs.
 */
function commandLines({ words, options, needs }: ActsAs, email: string): string[][] {
  const [value] = needs.map((option) => (VALUES[option] ?? []).map((each) => [`--${option}`, each]));
  if (value) return value.flatMap((each) => tried([...words, ...each, "--as", email], options));
  return tried([...words, "--as", email], options);
}

function tried(base: string[], options: readonly string[]): string[][] {
  const each = options.flatMap((option) =>
    (VALUES[option] ?? []).slice(0, LONG ? undefined : 1).map((value) => [...base, `--${option}`, value]),
  );
  return [base, ...each];
}

/** Runs every command line in this process, on the register of `databaseUrl`. */
export async function checkCommands(help: string, databaseUrl: string, email: string) {
  const findings: string[] = [];
  const outputs = new Map<string, string>();
  const environment = readEnvironment({ DATABASE_URL: databaseUrl, PUBLISHER_PREFIX: "Ashdown" });
  for (const command of commandsThatActAs(help)) {
    for (const option of command.options) {
      if (!VALUES[option]) findings.push(`--${option} of ${command.words.join(" ")} has no values to try`);
    }
    const run = await commandNamed(command.words[0] ?? "");
    for (const [name = "", ...args] of commandLines(command, email)) {
      let output = "";
      const add = (text: string) => {
        output += text;
      };
      try {
        await run(args, { environment, print: add, tell: add });
      } catch (error) {
        output += error instanceof Error ? error.message : String(error);
      }
      const line = [name, ...args].join(" ");
      for (const canary of canariesIn(output)) findings.push(`tracker ${line} prints a canary: ${canary}`);
      outputs.set(line, output.replace(/("(madeAt|modified)": ")[^"]*/, "$1"));
    }
  }
  return { findings, outputs };
}

async function commandNamed(name: string): Promise<Command> {
  const load = Object.entries(FILES).find(([file]) =>
    new RegExp(`/${name}(\\.server)?\\.ts$`).test(file),
  )?.[1];
  const found = load ? Object.values(await load()).find((value) => typeof value === "function") : undefined;
  if (!found) throw new Error(`There is no file for the command ${name} in app/cli/commands`);
  return found as Command;
}

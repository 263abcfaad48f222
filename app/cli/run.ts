import { ConfigurationError, readEnvironment } from "#app/platform/env.server.ts";
import { NewerSchemaError } from "#db/migrate.server.ts";
import { type Command, CommandFailure, type Surroundings, UsageError } from "./command.ts";
import { HELP, help } from "./commands/help.ts";

/** One file a command, read only when it is asked for. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import("./commands/migrate.server.ts")).migrate,
  demo: async () => (await import("./commands/demo.server.ts")).demo,
  report: async () => (await import("./commands/report.server.ts")).report,
  export: async () => (await import("./commands/export.server.ts")).exportData,
  generate: async () => (await import("./commands/generate.server.ts")).generate,
  verify: async () => (await import("./commands/verify.server.ts")).verify,
  backup: async () => (await import("./commands/backup.server.ts")).backup,
  restore: async () => (await import("./commands/restore.server.ts")).restore,
  person: async () => (await import("./commands/person.server.ts")).person,
  help: async () => help,
};

type Console = Pick<Surroundings, "print" | "tell" | "isRead"> & {
  variables: Record<string, string | undefined>;
};

/** Runs a command. @returns the exit code: 0 done, 1 failed, 2 not written as it must be. */
export async function runCommand(words: readonly string[], console: Console): Promise<0 | 1 | 2> {
  try {
    return await obey(words, console);
  } catch (error) {
    return explain(error, console.tell);
  }
}

async function obey([name, ...args]: readonly string[], { variables, ...surroundings }: Console) {
  if (name === undefined) {
    surroundings.tell(HELP);
    return 2;
  }
  const asksForHelp = name === "--help" || name === "-h" || args.includes("--help");
  const load = asksForHelp ? COMMANDS.help : Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new UsageError(`There is no command called ${name}`);
  const command = await load();
  return command(args, { environment: readEnvironment(variables), ...surroundings });
}

/** Says what went wrong, in words where there are some. */
function explain(error: unknown, tell: Console["tell"]): 1 | 2 {
  if (error instanceof UsageError) {
    tell(`${error.message}\nSee: npm run -s tracker -- help`);
    return 2;
  }
  if (error instanceof ConfigurationError) {
    tell(`The configuration cannot be used.\n${error.message}`);
    return 2;
  }
  if (error instanceof CommandFailure || error instanceof NewerSchemaError) tell(error.message);
  else tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}

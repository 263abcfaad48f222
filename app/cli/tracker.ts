import { ConfigurationError, readEnvironment } from "#app/platform/env.server.ts";
import { NewerSchemaError } from "#db/migrate.server.ts";
import { type Command, CommandFailure, UsageError } from "./command.ts";
import { HELP, help } from "./commands/help.ts";

/** One file a command, read only when it is asked for. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import("./commands/migrate.server.ts")).migrate,
  demo: async () => (await import("./commands/demo.server.ts")).demo,
  report: async () => (await import("./commands/report.server.ts")).report,
  verify: async () => (await import("./commands/verify.server.ts")).verify,
  person: async () => (await import("./commands/person.server.ts")).person,
  help: async () => help,
};

const print = (text: string) => void process.stdout.write(text);
const tell = (text: string) => void process.stderr.write(`${text}\n`);

async function run([name, ...args]: string[]): Promise<number> {
  if (name === undefined) {
    tell(HELP);
    return 2;
  }
  const asksForHelp = name === "--help" || name === "-h" || args.includes("--help");
  const load = asksForHelp ? COMMANDS.help : Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new UsageError(`There is no command called ${name}`);
  const command = await load();
  return command(args, { environment: readEnvironment(process.env), print, tell });
}

/** Says what went wrong in words where there are some, and answers the exit code. */
function explain(error: unknown): number {
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

// Whoever reads the output may stop reading: that is no failure of the command.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2)).catch(explain);

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DamagedDatabaseError } from "#db/damaged-database.ts";
import { NewerSchemaError } from "#db/migrate.server.ts";
import { ConfigurationError, type Environment, readEnvironment } from "../env.server.ts";
import { ensureFirstAdministratorLink } from "../first-administrator.server.ts";
import { createLog } from "../log.server.ts";
import { deleteOldFormKeys } from "../once-for-each-form.server.ts";
import { deleteOldSessions } from "../session.server.ts";
import type { ServerParts } from "./create-server.ts";
import { openRegister } from "./open-register.ts";
import { stopAtSignal } from "./stop.ts";

const BUILD = "build/server/index.js";

/** A reason not to start that the person at the console can do something about. */
class CannotStart extends Error {
  override name = "CannotStart";
}

async function start(development: boolean): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = createLog(environment.logLevel);
  const [pages, database] = await Promise.all([loadPages(development), openRegister(environment, log)]);
  const now = new Date().toISOString();
  await database.write((transaction) => deleteOldSessions(transaction, now, environment));
  await deleteOldFormKeys(database, now);

  const { createServer } = await import("./create-server.ts");
  const readiness = { stopping: false };
  const server = await createServer({ environment, database, log, readiness, development, ...pages });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(environment.port, environment.host, listening);
  });
  stopAtSignal({ server, readiness, log, close: () => database.close() });
  // Only a server that listens makes the link: it ends one that was made before.
  announce(
    environment,
    await ensureFirstAdministratorLink(database, { publicUrl: environment.publicUrl, now }),
  );
}

async function loadPages(development: boolean): Promise<Pick<ServerParts, "build" | "files">> {
  if (development) return (await import("./development.ts")).developmentBuild();
  const file = resolve(BUILD);
  if (!existsSync(file)) throw new CannotStart("The pages have not been built. Run: npm run build");
  return { build: await import(pathToFileURL(file).href), files: "build/client" };
}

function announce(environment: Environment, link: string | null): void {
  const lines = ["", `  ${environment.serviceName}: ${environment.publicUrl}`];
  if (link) {
    lines.push(
      "",
      "  Nobody can sign in yet. Open this link to become the administrator (once, within 24 hours):",
      `  ${link}`,
    );
  }
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

/** Words for the failures that have a remedy; everything else is shown whole. */
function explain(error: unknown): { message: string; code: 1 | 2 } {
  if (error instanceof ConfigurationError)
    return { message: `The configuration cannot be used.\n${error.message}`, code: 2 };
  if ([CannotStart, NewerSchemaError, DamagedDatabaseError].some((known) => error instanceof known))
    return { message: (error as Error).message, code: 1 };
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return { message: "The port is in use. Stop the other program, or set PORT to another.", code: 1 };
  if (code === "EACCES") return { message: "This port may not be used. Set PORT to 1024 or more.", code: 1 };
  if (typeof code === "string" && /^(SQLITE_|ECONN)/.test(code))
    return {
      message: `The database of DATABASE_URL cannot be used: ${(error as Error).message} (${code})`,
      code: 1,
    };
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error), code: 1 };
}

const development = process.argv.includes("--dev");
process.env.NODE_ENV ??= development ? "development" : "production";
start(development).catch((error: unknown) => {
  const { message, code } = explain(error);
  process.stderr.write(`${message}\n`);
  process.exit(code);
});

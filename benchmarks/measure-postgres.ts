import pg from "pg";
import { startPostgres } from "#tests/support/postgres.ts";
import { createPostgresDatabase, dropPostgresDatabase } from "#tests/support/postgres-databases.ts";
import { ASKED, type Finding } from "./gates.ts";
import { compareExport } from "./measure-export.ts";
import type { Options } from "./options.ts";
import { type Product, startProduct } from "./product.ts";
import { copyOf, generateInto, type Register } from "./registers.ts";
import { type Figures, figure } from "./results.ts";
import { compare, measureProduct, type Reached, targetsIn } from "./sides.ts";
import { type Work, works } from "./works.ts";

const DATABASE = "register_benchmark";

/** The product on PostgreSQL beside the product on SQLite, on the same register, in the same rounds. */
export async function measurePostgres(options: Options, register: Register) {
  const server = await startPostgres({ durable: true });
  const url = await createPostgresDatabase(server.url, DATABASE);
  const seconds = generateInto(url, register.bids);
  const onPostgres = await startProduct(url);
  const onSqlite = await startProduct(`sqlite:${copyOf(register, "product")}`);
  const findings: Finding[] = [];
  const rows: string[][] = [];
  const all = works(targetsIn(register.file));
  const products = { sqlite: onSqlite, postgres: onPostgres };
  const measured = besideEachOther(options, products);
  for (const work of Object.values(all)) {
    const { sqlite, postgres } = await measured(work, 10);
    findings.push({
      work: work.name,
      what: "PostgreSQL, 10 connections, median against SQLite's",
      measured: postgres.p50 / sqlite.p50,
      asked: ASKED.postgres,
      unit: "×",
    });
    rows.push(rowOf(`${work.name}/10`, { sqlite, postgres }));
  }
  rows.push(rowOf("W4/20", await measured(all.W4, 20)));
  const file = await compareExport(options, products);
  findings.push({
    work: "W5",
    what: "PostgreSQL, all awards as CSV, median against SQLite's",
    measured: file.postgres.p50 / file.sqlite.p50,
    asked: ASKED.postgres,
    unit: "×",
  });
  rows.push(rowOf("W5/1", file));
  await onSqlite.stop();
  await onPostgres.stop();
  const two = await withTwoProcesses(options, register, url);
  findings.push(two.finding);
  const version = await versionOf(url);
  await dropPostgresDatabase(server.url, DATABASE);
  await server.stop();
  const figures: Figures = {
    title: "PostgreSQL beside SQLite",
    note: `PostgreSQL ${version}. Answers a second, of one process where nothing else is said. The register took ${figure(seconds)} s to generate on PostgreSQL.`,
    heading: ["Work / connections", "SQLite", "its p50", "PostgreSQL", "its p50"],
    rows: [...rows, ...two.rows],
  };
  return { findings, figures: [figures] };
}

/** The list and logging with two processes on each engine. */
async function withTwoProcesses(options: Options, register: Register, url: string) {
  const onSqlite = await startProduct(`sqlite:${copyOf(register, "product")}`, 2);
  const onPostgres = await startProduct(url, 2);
  const { W1, W4 } = works(targetsIn(register.file));
  const measured = besideEachOther(options, { sqlite: onSqlite, postgres: onPostgres });
  const list = await measured(W1, 10);
  const log = await measured(W4, 20);
  await onSqlite.stop();
  await onPostgres.stop();
  const finding: Finding = {
    work: "W4",
    what: "PostgreSQL, 20 writers, two processes, share of SQLite's rate",
    measured: (100 * log.postgres.rate) / log.sqlite.rate,
    asked: ASKED.postgresTwoProcesses,
    unit: "%",
  };
  return { finding, rows: [rowOf("W1/10, two processes", list), rowOf("W4/20, two processes", log)] };
}

/** Measures a work at so many connections on both engines in the same rounds. */
function besideEachOther(options: Options, { sqlite, postgres }: Record<"sqlite" | "postgres", Product>) {
  return (work: Work, connections: number) =>
    compare(options, connections, {
      sqlite: measureProduct(sqlite, work),
      postgres: measureProduct(postgres, work),
    });
}

function rowOf(
  name: string,
  { sqlite, postgres }: Record<"sqlite" | "postgres", Pick<Reached, "rate" | "p50">>,
): string[] {
  return [name, ...[sqlite, postgres].flatMap(({ rate, p50 }) => [figure(rate), `${figure(p50)} ms`])];
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query("show server_version");
  await client.end();
  return String(rows[0]?.server_version).split(" ")[0] ?? "";
}

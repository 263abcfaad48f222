import { dataIsAsExpected, expected, isAsExpected, uncovered } from "./access-expectation.ts";
import { RECORDS, type Row, VISITORS, type Visitor } from "./access-kinds.ts";
import { fillPath } from "./built-routes.ts";
import { leaksIn } from "./leaks.ts";
import type { NeverKept } from "./never-kept.ts";
import { formOf } from "./own-form.ts";
import { type Answer, visible } from "./send.ts";
import { FOREIGN, MISSING, type Params, type Standing } from "./standings.ts";
import type { World } from "./world.ts";

export type Fields = [string, string][];

/** One row of the table with one standing of its record: an address to try. */
export type Cell = { row: Row; standing: Standing | null; path: string };

export type Report = { requests: number; findings: string[] };

/** The addresses that the table speaks of, and that there are. */
export function cellsOf(rows: readonly Row[], { register, routes }: World): Cell[] {
  const built = rows.filter((row) => routes.some((route) => route.path === row.path));
  return built.flatMap((row): Cell[] => {
    if (!row.record) return [{ row, standing: null, path: fillPath(row.path, row.with ?? {}) }];
    const standings = Object.entries(register.records[row.record]) as [Standing, Params][];
    return standings.map(([standing, params]) => ({
      row,
      standing,
      path: fillPath(row.path, { ...params, ...row.with }),
    }));
  });
}

/**
 * Holds every route of the service to its row: each visitor, each method, each standing of the record. Whatever a
 * visitor may not do must not have written; a foreign record answers as a missing one, byte by byte; no answer holds a
 * canary or a secret.
 * @param options.thorough false: the lesser methods by a few visitors only.
 */
export async function checkAccess(
  world: World,
  kept: NeverKept,
  rows: readonly Row[],
  { thorough = true } = {},
): Promise<Report> {
  const report: Report = { requests: 0, findings: uncovered(world.routes, rows) };
  const cells = cellsOf(rows, world);
  const answers = new Map<string, string>();
  for (const cell of cells) {
    const filled = cell.row.post ? await formOf(world, cells, cell) : [];
    for (const visitor of VISITORS) {
      const whole = thorough || (WHOLE.standings.includes(cell.standing) && WHOLE.visitors.includes(visitor));
      for (const attempt of attempts(world, cell, visitor, filled, whole)) {
        await check(world, kept, report, answers, cell, visitor, attempt);
      }
    }
  }
  report.findings.push(...toldApart(cells, answers));
  return report;
}

/** Where the quick form tries every method; elsewhere it opens the page and sends the form. */
const WHOLE: { standings: readonly (Standing | null)[]; visitors: readonly Visitor[] } = {
  standings: [null, "own", "foreign", "missing"],
  visitors: ["anonymous", "officer", "administrator"],
};

type Attempt = {
  what: "GET" | "HEAD" | "data" | "POST" | "POST empty";
  ask: () => Promise<Answer>;
  sent?: Fields;
};

function attempts(
  world: World,
  { row, path }: Cell,
  visitor: Visitor,
  filled: Fields,
  whole: boolean,
): Attempt[] {
  const id = world.routes.find((route) => route.path === row.path)?.id ?? "";
  const all: Attempt[] = [
    { what: "GET", ask: () => world.get(path, visitor) },
    { what: "POST", ask: () => world.post(path, filled, visitor), sent: filled },
    { what: "HEAD", ask: () => world.get(path, visitor, "HEAD") },
    { what: "data", ask: () => world.get(`${path}?${new URLSearchParams({ _data: id })}`, visitor) },
    { what: "POST empty", ask: () => world.post(path, [], visitor) },
  ];
  if (whole) return all;
  return row.post ? all.slice(0, 2) : all.slice(0, 1);
}

async function check(
  world: World,
  kept: NeverKept,
  report: Report,
  answers: Map<string, string>,
  cell: Cell,
  visitor: Visitor,
  { what, ask, sent = [] }: Attempt,
): Promise<void> {
  const { standing, path } = cell;
  const before = kept.transactions();
  const answer = await ask();
  const wrote = kept.transactions() > before;
  report.requests += 1;
  const name = `${what} ${path} as ${visitor}${standing ? ` (${standing})` : ""}`;
  const problem = problemOf(cell, visitor, what, answer, wrote);
  if (problem !== null) report.findings.push(`${name} ${problem}, answered ${answer.status}`);
  for (const leak of leaksIn(withoutTyped(answer, sent), world, cell, visitor))
    report.findings.push(`${name} shows ${leak}`);
  if (standing === "foreign" || standing === "missing") {
    const same: [string, string][] = [
      [path, "PATH"],
      [encodeURIComponent(path), "PATH"],
    ];
    answers.set(`${what} ${visitor} ${path}`, visible(answer, same));
  }
}

/** The answer without what its sender typed, which is given back to somebody who has to sign in first. */
function withoutTyped(answer: Answer, sent: Fields): Answer {
  if (answer.status !== 401) return answer;
  const typed = sent.map(([, value]) => value).filter((value) => value !== "");
  return { ...answer, text: typed.reduce((text, value) => text.replaceAll(value, ""), answer.text) };
}

function problemOf(
  { row, standing }: Cell,
  visitor: Visitor,
  what: Attempt["what"],
  answer: Answer,
  wrote: boolean,
): string | null {
  const method = what.startsWith("POST") ? "post" : "load";
  const says = expected(row, method, visitor, standing);
  if (wrote && !(says === "allowed" && (method === "post" || row.recorded)))
    return `must be ${says} and wrote`;
  if (what === "HEAD" && answer.text !== "") return "has a body";
  if (what === "data") return dataIsAsExpected(answer, says, row) ? null : `must be ${says}`;
  // A form that cannot be read is refused before anybody looks whose the record is.
  if (what === "POST empty" && says !== "sign in" && answer.status === 422) return null;
  if (!isAsExpected(answer, says, method, row)) return `must be ${says}`;
  if (what !== "POST" || says !== "allowed") return null;
  // A joint record may lack what its own form asks for; a record of one partnership is complete.
  const sends = [...(row.sends ?? [303]), ...(standing === "own" || standing === null ? [] : [422])];
  return sends.includes(answer.status) ? null : "must succeed (is the form complete?)";
}

/** Where a foreign record can be told from one that does not exist. */
function toldApart(cells: readonly Cell[], answers: ReadonlyMap<string, string>): string[] {
  const findings: string[] = [];
  for (const { row, standing, path } of cells) {
    if (standing !== "foreign" || !row.record || RECORDS[row.record].seen === "all") continue;
    for (const [key, foreign] of answers) {
      if (!key.endsWith(` ${path}`)) continue;
      const missing = answers.get(key.replaceAll(String(FOREIGN), String(MISSING)));
      if (missing !== foreign) findings.push(`${key} (foreign) is not answered as a missing record is`);
    }
  }
  return findings;
}

import { expected } from "./access-expectation.ts";
import type { Visitor } from "./access-kinds.ts";
import type { Cell, Report } from "./access-matrix.ts";
import { leaksIn } from "./leaks.ts";
import type { NeverKept } from "./never-kept.ts";
import { formOf } from "./own-form.ts";
import { visible } from "./send.ts";
import { FOREIGN, MISSING } from "./standings.ts";
import type { World } from "./world.ts";

/** The number of a record as the field holds numbers: alone, or after the kind of record ("project-12"). */
function numbered(own: string, id: number): string {
  const kind = /^([a-z]+-)\d+$/.exec(own)?.[1] ?? "";
  return kind + id;
}

/** Fields that hold the number of a record, or have the name for it. */
const MAY_NAME_A_RECORD = /=([a-z]+-)?\d*$|(Id|Ids\[\])=/;

/**
 * Sends each form of one's own records with the number of a foreign record in each of its fields, and with a number that
 * nothing has: the two must be answered alike, and neither may be taken up.
 */
export async function checkForeignIds(
  world: World,
  kept: NeverKept,
  cells: readonly Cell[],
  { thorough = true } = {},
): Promise<Report> {
  const report: Report = { requests: 0, findings: [] };
  for (const cell of cells) {
    const { row, standing, path } = cell;
    if (!row.post || (standing !== null && standing !== "own")) continue;
    const visitor = row.post.find((one) => expected(row, "post", one, standing) === "allowed") as Visitor;
    const form = await formOf(world, cells, cell);
    for (const [name, own] of new Map(form)) {
      if (!thorough && !MAY_NAME_A_RECORD.test(`${name}=${own}`)) continue;
      const answers = [];
      for (const value of [numbered(own, FOREIGN), numbered(own, MISSING)]) {
        const before = kept.transactions();
        const fields = form.map(([field, text]): [string, string] => [field, field === name ? value : text]);
        const answer = await world.post(path, fields, visitor);
        const wrote = kept.transactions() > before;
        report.requests += 1;
        const title = `POST ${path} as ${visitor} with ${name}=${value}`;
        for (const leak of leaksIn(answer, world, cell, visitor))
          report.findings.push(`${title} shows ${leak}`);
        if (answer.status >= 500) report.findings.push(`${title} answered ${answer.status}`);
        answers.push(`${wrote}${withoutWhatIsNew(visible(answer, [[value, "VALUE"]]))}`);
      }
      if (answers[0] !== answers[1] && visitor !== "administrator") {
        report.findings.push(`POST ${path} as ${visitor} tells a foreign ${name} from a missing one`);
      }
    }
  }
  return report;
}

/**
 * A record that was made twice has two numbers, and the address of the page that follows tells which; a secret that is
 * shown once (32 bytes as base64url) is another each time.
 */
function withoutWhatIsNew(seen: string): string {
  return seen
    .replace(/"location","[^"]*"/, (location) => location.replace(/\d+/g, "NUMBER"))
    .replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, "SECRET");
}

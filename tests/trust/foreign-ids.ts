import { expected } from "./access-expectation.ts";
import type { Cell, Report } from "./access-matrix.ts";
import type { Visitor } from "./access-table.ts";
import { leaksIn } from "./leaks.ts";
import { FOREIGN, MISSING } from "./made-register.ts";
import type { NeverKept } from "./never-kept.ts";
import { formOf } from "./own-form.ts";
import { visible } from "./send.ts";
import type { World } from "./world.ts";

/** Any signed-in person may read which partnerships there are, so a form may take the foreign one as a partner. */
const NAMES_A_PARTNERSHIP = /partnership|lead|partner|below|recordedby/i;
const VALUES = (id: number) => [String(id), `project-${id}`, `award-${id}`];

/**
 * Sends each form of one's own records with the number of a foreign record in each of its fields, and with a number that
 * nothing has: the two must be answered alike, and neither may be taken up.
 */
export async function checkForeignIds(
  world: World,
  kept: NeverKept,
  cells: readonly Cell[],
): Promise<Report> {
  const report: Report = { requests: 0, findings: [] };
  for (const cell of cells) {
    const { row, standing, path } = cell;
    if (!row.post || (standing !== null && standing !== "own")) continue;
    const visitor = row.post.find((one) => expected(row, "post", one, standing) === "allowed") as Visitor;
    const form = await formOf(world, cells, cell);
    for (const name of new Set(form.map(([field]) => field))) {
      for (const [index, foreign] of VALUES(FOREIGN).entries()) {
        const missing = VALUES(MISSING)[index] as string;
        const answers = [];
        for (const value of [foreign, missing]) {
          const before = kept.transactions();
          const fields = form.map(([field, own]): [string, string] => [field, field === name ? value : own]);
          const answer = await world.post(path, fields, visitor);
          const wrote = kept.transactions() > before;
          report.requests += 1;
          const title = `POST ${path} as ${visitor} with ${name}=${value}`;
          for (const leak of leaksIn(answer, world, cell, visitor))
            report.findings.push(`${title} shows ${leak}`);
          if (answer.status >= 500) report.findings.push(`${title} answered ${answer.status}`);
          answers.push(`${wrote}${visible(answer, [[value, "VALUE"]])}`);
        }
        if (answers[0] !== answers[1] && !NAMES_A_PARTNERSHIP.test(name) && visitor !== "administrator") {
          report.findings.push(`POST ${path} as ${visitor} tells ${name}=${foreign} from ${name}=${missing}`);
        }
      }
    }
  }
  return report;
}

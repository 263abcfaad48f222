import { expected } from "./access-expectation.ts";
import type { Visitor } from "./access-kinds.ts";
import type { Cell, Report } from "./access-matrix.ts";
import { visible } from "./send.ts";
import type { World } from "./world.ts";

/**
 * Opens every page that each visitor may open, lets the foreign partnership gain a record of each kind, and opens them
 * again: nothing may have changed, no count, no total, no length.
 */
export async function checkGrowth(
  world: World,
  cells: readonly Cell[],
  visitors: readonly Visitor[],
  gain: () => Promise<void>,
): Promise<Report> {
  const report: Report = { requests: 0, findings: [] };
  const open = async () => {
    const seen = new Map<string, string>();
    for (const { row, standing, path } of cells) {
      for (const visitor of visitors) {
        if (expected(row, "load", visitor, standing) !== "allowed" || row.tellsOfAll === visitor) continue;
        seen.set(`GET ${path} as ${visitor}`, visible(await world.get(path, visitor)));
        report.requests += 1;
      }
    }
    return seen;
  };
  const before = await open();
  await gain();
  for (const [what, after] of await open()) {
    if (before.get(what) !== after)
      report.findings.push(`${what} is not what it was before the foreign record`);
  }
  return report;
}

import { listPassedOnByProject, type PassedOnByProject } from "#app/awards/index.server.ts";
import { leftOfProject } from "#app/awards/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { type LineStart, passesOfLine } from "./line-start.queries.server.ts";
import {
  type LineRow,
  type LinesWanted,
  linesOf,
  MOST_LINES,
  namesOfAwards,
} from "./trail-lines.queries.server.ts";

/** What one award passes on to another; pence, null where not recorded. */
export type TrailPass = { outerId: number; innerId: number; pence: number | null };

/** A line of the trail with what is left of it: without what is passed on to other awards, which is a way of its own. */
export type TrailLine = LineRow & { netPence: number | null; isPassedOn: boolean };

/** The record where a trail starts, as far as it says which money is passed on: an award, or one line. */
export type MoneyStart = { awardId: number | null; line: LineStart | null };

/**
 * The money of a trail: the lines that the start leads to, the awards that these come out of, outwards, and those that
 * are paid out of them, inwards, with their lines. An award of others is one without a name and nothing behind it.
 */
export async function moneyOfTrail(context: Context, wanted: LinesWanted, start: MoneyStart) {
  const first = await linesOf(context, wanted);
  let more = first.length > MOST_LINES;
  const lines = first.slice(0, MOST_LINES);
  const own = new Set(lines.map((line) => line.award_id));
  if (start.awardId !== null) own.add(start.awardId);
  const ofLine = start.line?.isInForce ? await passesOfLine(context, start.line) : null;
  const project = "projectId" in wanted ? wanted.projectId : undefined;
  const isAsked = (pass: PassedOnByProject, held: "outerProjectId" | "innerProjectId", depth: number) =>
    project === undefined || depth > 0 || pass[held] === project;

  const passes: PassedOnByProject[] = [];
  const outward = new Set(own);
  for (let edge = [...own], depth = 0; edge.length > 0; depth += 1) {
    const step = (depth === 0 && ofLine?.outwards) || (await passed(context, edge, "outwards"));
    const asked = step.filter((pass) => isAsked(pass, "innerProjectId", depth));
    passes.push(...asked);
    const readable = await namesOfAwards(
      context,
      asked.map(({ outerId }) => outerId),
    );
    edge = [...readable.keys()].filter((id) => !outward.has(id));
    for (const id of edge) outward.add(id);
  }

  const taken: PassedOnByProject[] = [];
  for (let edge = [...own], depth = 0; edge.length > 0 && !more; depth += 1) {
    const step = (depth === 0 && ofLine?.inwards) || (await passed(context, edge, "inwards"));
    taken.push(...step);
    const asked = step.filter((pass) => isAsked(pass, "outerProjectId", depth));
    passes.push(...asked);
    const inner = asked.map(({ innerId }) => innerId).filter((id) => !own.has(id));
    const found = inner.length === 0 ? [] : await linesOf(context, { awardIds: [...new Set(inner)] });
    edge = [...new Set(found.map((line) => line.award_id))];
    for (const id of edge) own.add(id);
    lines.push(...found);
    more = lines.length > MOST_LINES;
  }
  const shown = lines.slice(0, MOST_LINES);
  return { lines: shown.map((line) => withNet(line, taken)), passes: summed(passes), more };
}

function passed(context: Context, awardIds: readonly number[], way: "outwards" | "inwards") {
  return listPassedOnByProject(context, awardIds, way, MOST_LINES + 1);
}

function withNet(line: LineRow, taken: readonly PassedOnByProject[]): TrailLine {
  const gross = line.unknown > 0 ? null : (line.pence ?? 0);
  const own = taken.filter(({ outerId }) => outerId === line.award_id);
  return { ...line, ...leftOfProject(gross, line.project_id, own) };
}

/** One for each pair of awards. The same lines may be come upon from both ends: they count once. */
function summed(passes: readonly PassedOnByProject[]): TrailPass[] {
  const distinct = new Map(
    passes.map((pass) => [
      [pass.outerId, pass.innerId, pass.outerProjectId, pass.innerProjectId].join(" "),
      pass,
    ]),
  );
  const pairs = new Map<string, TrailPass>();
  for (const { outerId, innerId, pence } of distinct.values()) {
    const key = `${outerId} ${innerId}`;
    const before = pairs.get(key)?.pence;
    const known = before !== null && pence !== null;
    pairs.set(key, { outerId, innerId, pence: known ? (before ?? 0) + pence : null });
  }
  return [...pairs.values()];
}

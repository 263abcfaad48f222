import { awardInScope } from "#app/awards/index.server.ts";
import { type AmountBasis, STREAM_NAMES } from "#app/awards/index.ts";
import { getBid } from "#app/bids/index.server.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { getProject, listProjects, projectNames } from "#app/projects/index.server.ts";
import { foundWords } from "../measure-words.rules.ts";
import { getMeasure, listMeasures } from "../outcomes.queries.server.ts";
import { getTrailLine, type LineStart } from "./line-start.queries.server.ts";
import { inLevels, type Trail, type TrailNode } from "./trail.rules.ts";
import { addBids, type BidsStart } from "./trail-bids.server.ts";
import { type LinesWanted, namesOfAwards } from "./trail-lines.queries.server.ts";
import { moneyOfTrail, type TrailLine, type TrailPass } from "./trail-money.server.ts";

export type TrailStart = { kind: "round" | "bid" | "award" | "line" | "project" | "measure"; id: number };

type Add = (node: TrailNode) => void;
type Link = (from: string, to: string) => void;
type Money = Awaited<ReturnType<typeof moneyOfTrail>>;
/** The line that a trail starts from: its key, and its award. */
type Walked = { key: string; awardId: number };

/**
 * The trail through a record, both ways, of the awards in scope as their lines stand today; of a line that is not in force
 * today, where it stood and nothing behind it. @returns `startKey` the key of the record itself
 * @throws NotFoundError where there is no such record, or it is foreign.
 */
export async function walkTrail(context: Context, start: TrailStart) {
  const nodes = new Map<string, TrailNode>();
  const links = new Map<string, { from: string; to: string }>();
  const add: Add = (node) => nodes.set(node.key, nodes.get(node.key) ?? node);
  const link: Link = (from, to) => links.set(`${from} ${to}`, { from, to });
  const line = start.kind === "line" ? await getTrailLine(context, start.id) : null;
  if (!line) await addStart(context, start, add, link);
  const from = { line, awardId: start.kind === "award" ? start.id : null };
  const money = await moneyOfTrail(context, await wantedOf(context, start, line), from);
  const walked = line && addLine(line, money, add, link);
  await addLines(context, money.lines, add, link, walked);
  await addPasses(context, money.passes, add, link, walked);
  const moreBids = await addBids(context, await bidsStartOf(context, start), nodes, add, link);
  await addMeasures(context, nodes, links);
  const trail: Trail = { nodes: [...nodes.values()], links: [...links.values()] };
  return {
    trail: inLevels(trail),
    more: money.more || moreBids,
    startKey: walked?.key ?? `${start.kind}-${start.id}`,
    isPast: line !== null && !line.isInForce,
  };
}

async function wantedOf(context: Context, start: TrailStart, line: LineStart | null): Promise<LinesWanted> {
  if (line) return line.isInForce ? { lineId: line.id } : { awardIds: [] };
  if (start.kind === "award") return { awardIds: [start.id] };
  if (start.kind === "bid") return { bidId: start.id };
  if (start.kind === "round") return { roundId: start.id };
  return { projectId: await projectOf(context, start) };
}

async function bidsStartOf(context: Context, start: TrailStart): Promise<BidsStart> {
  const isOfProject = start.kind === "project" || start.kind === "measure";
  return {
    roundId: start.kind === "round" ? start.id : undefined,
    projectId: isOfProject ? ((await projectOf(context, start)) ?? undefined) : undefined,
    isOfProject,
    isOfAward: start.kind === "award" || start.kind === "line",
  };
}

/** The line that a trail starts from, by itself; what is passed on of it leads from there to the awards that it is. */
function addLine(line: LineStart, money: Money, add: Add, link: Link): Walked {
  const award = `award-${line.award_id}`;
  const href = `/awards/${line.award_id}`;
  add({ key: award, station: "award", text: `${line.reference} ${line.title}`, href });
  const { netPence = null, isPassedOn = true } = money.lines[0] ?? {};
  const left = !isPassedOn && netPence !== 0;
  const key = `line-${line.award_id}-${left ? (line.project_id ?? 0) : "passed"}`;
  const figure = line.isInForce ? passedWords(line, money) : `Version ${line.number}, not in force today`;
  add({ key, station: "line", text: wordsOfLine(line), href, figure });
  link(award, key);
  return { key, awardId: line.award_id };
}

/** "£15,000 of it passed on"; nothing where nothing is. */
function passedWords(line: LineStart, { passes }: Money): string | undefined {
  const amounts = passes.filter(({ outerId }) => outerId === line.award_id).map(({ pence }) => pence);
  if (amounts.length === 0) return undefined;
  const isKnown = amounts.every((pence) => pence !== null);
  return `${isKnown ? formatPounds(sumPence(amounts.map((pence) => pence ?? 0))) : "Some"} of it passed on`;
}

/** "£15,000 to Lighting, 2024 to 2025, revenue". */
function wordsOfLine({ amount_pence, amount_basis, project, financial_year, stream }: LineStart): string {
  const year = financial_year === null ? "" : `, ${formatFinancialYear(financial_year)}`;
  const of = stream === null ? "" : `, ${STREAM_NAMES[stream].toLowerCase()}`;
  return `${amountWords(amount_pence, amount_basis)} to ${project ?? "no project"}${year}${of}`;
}

/** The lines with their award, its bid and round, and their project. */
async function addLines(
  context: Context,
  lines: readonly TrailLine[],
  add: Add,
  link: Link,
  walked: Walked | null,
): Promise<void> {
  const names = await projectNames(
    context,
    lines.flatMap((row) => row.project_id ?? []),
  );
  for (const row of lines) {
    const award = `award-${row.award_id}`;
    const href = `/awards/${row.award_id}`;
    add({ key: award, station: "award", text: `${row.reference} ${row.title}`, href });
    if (row.bid_id !== null) {
      const bid = `bid-${row.bid_id}`;
      const text = `${row.bid_reference} ${row.bid_title}`;
      add({ key: bid, station: "bid", text, href: `/bids/${row.bid_id}` });
      link(bid, award);
    }
    if (row.round_id !== null) {
      const round = `round-${row.round_id}`;
      add({ key: round, station: "round", text: row.round_name ?? "", href: `/rounds/${row.round_id}` });
      link(round, row.bid_id === null ? award : `bid-${row.bid_id}`);
    }
    const isWalked = row.award_id === walked?.awardId;
    if (row.isPassedOn && !isWalked) continue;
    const line = isWalked ? walked.key : `line-${row.award_id}-${row.project_id ?? 0}`;
    const project = row.project_id === null ? "no project" : (names.get(row.project_id) ?? "a project");
    add({
      key: line,
      station: "line",
      text: `${amountWords(row.netPence, row.amount_basis)} to ${project}`,
      href: row.lines === 1 ? `/trail/line/${row.first_line_id}` : href,
    });
    link(award, line);
    if (row.project_id === null || row.isPassedOn) continue;
    add({ key: `project-${row.project_id}`, station: "project", text: project, href: null });
    link(line, `project-${row.project_id}`);
  }
}

/** The money that is another award: from the one that it is paid out of to the one that it is. */
async function addPasses(
  context: Context,
  passes: readonly TrailPass[],
  add: Add,
  link: Link,
  walked: Walked | null,
): Promise<void> {
  const awards = await namesOfAwards(
    context,
    passes.flatMap(({ outerId, innerId }) => [outerId, innerId]),
  );
  for (const { outerId, innerId, pence } of passes) {
    for (const id of [outerId, innerId]) {
      const award = awards.get(id);
      const text = award ? `${award.reference} ${award.title}` : "An award of another partnership";
      add({ key: `award-${id}`, station: "award", text, href: award ? `/awards/${id}` : null });
    }
    if (outerId === walked?.awardId) {
      link(walked.key, `award-${innerId}`);
      continue;
    }
    const key = `inside-${outerId}-${innerId}`;
    const inner = awards.get(innerId);
    const text = `${amountWords(pence)} to ${inner?.reference ?? "an award of another partnership"}`;
    add({ key, station: "line", text, href: inner ? `/awards/${innerId}` : null });
    link(`award-${outerId}`, key);
    link(key, `award-${innerId}`);
  }
}

function amountWords(pence: number | null, basis: AmountBasis = "exact"): string {
  if (pence === null) return "An amount not recorded";
  return basis === "approximate" ? `Approximately ${formatPounds(pence)}` : formatPounds(pence);
}

/** The project that a start narrows the lines to; null for a measure that no project owns. */
async function projectOf(context: Context, { kind, id }: TrailStart): Promise<number | null> {
  if (kind === "project") return (await getProject(context, id)).id;
  return (await getMeasure(context, id)).projectId;
}

/** The record itself, with what it came of, so that a trail that breaks at once still shows it. */
async function addStart(context: Context, { kind, id }: TrailStart, add: Add, link: Link): Promise<void> {
  const key = `${kind}-${id}`;
  if (kind === "project") {
    const { name } = await getProject(context, id);
    add({ key, station: kind, text: name, href: `/projects/${id}` });
  } else if (kind === "measure") {
    const { name, projectId } = await getMeasure(context, id);
    add({ key, station: kind, text: name, href: `/measures/${id}` });
    if (projectId === null) return;
    const project = (await projectNames(context, [projectId])).get(projectId) ?? "";
    add({ key: `project-${projectId}`, station: "project", text: project, href: null });
    link(`project-${projectId}`, key);
  } else if (kind === "bid") {
    const { reference, title } = await getBid(context, id);
    add({ key, station: kind, text: `${reference} ${title}`, href: `/bids/${id}` });
  } else if (kind === "round") {
    const round = await context.db.read
      .selectFrom("round")
      .select("name")
      .where("id", "=", id)
      .executeTakeFirst();
    if (!round) throw new NotFoundError(`No round ${id}`);
    add({ key, station: kind, text: round.name, href: `/rounds/${id}` });
  } else {
    const award = await context.db.read
      .selectFrom("award")
      .select(["reference", "title"])
      .where("award.id", "=", id)
      .where(awardInScope(context.scope))
      .executeTakeFirst();
    if (!award) throw new NotFoundError(`No award ${id}`);
    add({ key, station: kind, text: `${award.reference} ${award.title}`, href: `/awards/${id}` });
  }
}

/** Adds the measures of those projects that the person reads. */
async function addMeasures(
  context: Context,
  nodes: Map<string, TrailNode>,
  links: Map<string, { from: string; to: string }>,
): Promise<void> {
  const ids = [...nodes.values()].flatMap(({ key, station }) =>
    station === "project" ? [Number(key.slice("project-".length))] : [],
  );
  const projects = await listProjects(context, { ids });
  const measures = await listMeasures(context, { projectIds: projects.map(({ id }) => id) });
  for (const { id } of projects) {
    const project = `project-${id}`;
    const node = nodes.get(project);
    if (node) nodes.set(project, { ...node, href: `/projects/${id}` });
    for (const measure of measures.filter(({ projectId }) => projectId === id)) {
      const key = `measure-${measure.id}`;
      const text = `${measure.name}: ${foundWords(measure)}`;
      nodes.set(key, { key, station: "measure", text, href: `/measures/${measure.id}` });
      links.set(`${project} ${key}`, { from: project, to: key });
    }
  }
}

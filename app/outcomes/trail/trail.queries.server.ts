import { awardInScope } from "#app/awards/index.server.ts";
import type { AmountBasis } from "#app/awards/index.ts";
import { getBid } from "#app/bids/index.server.ts";
import { formatPounds } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { getProject, listProjects, projectNames } from "#app/projects/index.server.ts";
import { getMeasure, listMeasures } from "../outcomes.queries.server.ts";
import { inLevels, type Trail, type TrailNode } from "./trail.rules.ts";
import { addBids, type BidsStart } from "./trail-bids.server.ts";
import { type LinesWanted, namesOfAwards } from "./trail-lines.queries.server.ts";
import { moneyOfTrail, type TrailLine, type TrailPass } from "./trail-money.server.ts";

export type TrailStart = { kind: "round" | "bid" | "award" | "project" | "measure"; id: number };

type Add = (node: TrailNode) => void;
type Link = (from: string, to: string) => void;

/**
 * The trail through a record, both ways, of the awards in scope as their lines stand today.
 * @throws NotFoundError where there is no such record, or it is foreign.
 */
export async function walkTrail(context: Context, start: TrailStart) {
  const nodes = new Map<string, TrailNode>();
  const links = new Map<string, { from: string; to: string }>();
  const add: Add = (node) => nodes.set(node.key, nodes.get(node.key) ?? node);
  const link: Link = (from, to) => links.set(`${from} ${to}`, { from, to });
  await addStart(context, start, add, link);
  const startAwardId = start.kind === "award" ? start.id : null;
  const money = await moneyOfTrail(context, await wantedOf(context, start), startAwardId);
  await addLines(context, money.lines, add, link);
  await addPasses(context, money.passes, add, link);
  const moreBids = await addBids(context, await bidsStartOf(context, start), nodes, add, link);
  await addMeasures(context, nodes, links);
  const trail: Trail = { nodes: [...nodes.values()], links: [...links.values()] };
  return { trail: inLevels(trail), more: money.more || moreBids };
}

async function wantedOf(context: Context, start: TrailStart): Promise<LinesWanted> {
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
    isOfAward: start.kind === "award",
  };
}

/** The lines with their award, its bid and round, and their project. */
async function addLines(context: Context, lines: readonly TrailLine[], add: Add, link: Link): Promise<void> {
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
    if (row.isPassedOn) continue;
    const line = `line-${row.award_id}-${row.project_id ?? 0}`;
    const project = row.project_id === null ? "no project" : (names.get(row.project_id) ?? "a project");
    add({
      key: line,
      station: "line",
      text: `${amountWords(row.netPence, row.amount_basis)} to ${project}`,
      href,
    });
    link(award, line);
    if (row.project_id === null) continue;
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
    const key = `inside-${outerId}-${innerId}`;
    const inner = awards.get(innerId);
    const text = `${amountWords(pence)} to ${inner?.reference ?? "an award of another partnership"}`;
    add({ key, station: "line", text, href: inner ? `/awards/${innerId}` : null });
    link(`award-${outerId}`, key);
    link(key, `award-${innerId}`);
  }
}

function amountWords(pence: number | null, basis: AmountBasis = "exact"): string {
  if (pence === null) return "Not recorded";
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
      const text = `${measure.name}: ${measure.change.text}`;
      nodes.set(key, { key, station: "measure", text, href: `/measures/${measure.id}` });
      links.set(`${project} ${key}`, { from: project, to: key });
    }
  }
}

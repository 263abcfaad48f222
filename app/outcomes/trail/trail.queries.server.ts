import { awardInScope, bidOfAwardInScope, inForceOn } from "#app/awards/index.server.ts";
import { getBid } from "#app/bids/index.server.ts";
import { formatPounds } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { getProject, listProjects, projectNames } from "#app/projects/index.server.ts";
import { getMeasure, listMeasures } from "../outcomes.queries.server.ts";
import type { Trail, TrailNode } from "./trail.rules.ts";

/** The most lines that one trail shows; of more, it says so. */
const MOST_LINES = 60;

export type TrailStart = { kind: "round" | "bid" | "award" | "project" | "measure"; id: number };

/**
 * The trail through a record, both ways, of the awards in scope as their lines stand today.
 * @throws NotFoundError where there is no such record, or it is foreign.
 */
export async function walkTrail(context: Context, start: TrailStart) {
  const rows = await linesOf(context, start);
  const nodes = new Map<string, TrailNode>();
  const links = new Map<string, { from: string; to: string }>();
  const add = (node: TrailNode) => nodes.set(node.key, nodes.get(node.key) ?? node);
  const link = (from: string, to: string) => links.set(`${from} ${to}`, { from, to });
  await addStart(context, start, add, link);
  const shown = rows.slice(0, MOST_LINES);
  const names = await projectNames(
    context,
    shown.flatMap((row) => row.project_id ?? []),
  );
  for (const row of shown) {
    const [award, line] = [`award-${row.award_id}`, `line-${row.award_id}-${row.project_id ?? 0}`];
    const amount = row.unknown > 0 ? "Not recorded" : formatPounds(row.pence ?? 0);
    const project = row.project_id === null ? "no project" : (names.get(row.project_id) ?? "a project");
    add({
      key: award,
      station: "award",
      text: `${row.reference} ${row.title}`,
      href: `/awards/${row.award_id}`,
    });
    add({ key: line, station: "line", text: `${amount} to ${project}`, href: `/awards/${row.award_id}` });
    link(award, line);
    if (row.bid_id !== null) {
      const bid = `bid-${row.bid_id}`;
      add({
        key: bid,
        station: "bid",
        text: `${row.bid_reference} ${row.bid_title}`,
        href: `/bids/${row.bid_id}`,
      });
      link(bid, award);
    }
    if (row.round_id !== null) {
      const round = `round-${row.round_id}`;
      add({ key: round, station: "round", text: row.round_name ?? "", href: `/rounds/${row.round_id}` });
      link(round, row.bid_id === null ? award : `bid-${row.bid_id}`);
    }
    if (row.project_id !== null) {
      add({ key: `project-${row.project_id}`, station: "project", text: project, href: null });
      link(line, `project-${row.project_id}`);
    }
  }
  const readable = await addMeasures(context, nodes, links);
  const trail: Trail = { nodes: [...nodes.values()], links: [...links.values()] };
  return { trail, readable, more: rows.length > MOST_LINES };
}

/** The lines in force today by award and project, of the awards that the start leads to. */
async function linesOf(context: Context, start: TrailStart) {
  let query = context.db.read
    .selectFrom("award")
    .innerJoin("allocation_line as line", "line.award_id", "award.id")
    .leftJoin("bid", (join) => join.onRef("bid.id", "=", "award.bid_id").on(bidOfAwardInScope(context.scope)))
    .leftJoin("round", (join) =>
      join.on((e) => e("round.id", "=", e.fn.coalesce("award.round_id", "bid.round_id"))),
    )
    .select(["award.id as award_id", "award.reference", "award.title", "line.project_id"])
    .select(["bid.id as bid_id", "bid.reference as bid_reference", "bid.title as bid_title"])
    .select(["round.id as round_id", "round.name as round_name"])
    .select((e) => [
      e.cast<number | null>(e.fn.sum("line.amount_pence"), "bigint").as("pence"),
      e
        .cast<number>(
          e.fn.sum(e.case().when("line.amount_pence", "is", null).then(1).else(0).end()),
          "bigint",
        )
        .as("unknown"),
    ])
    .where((e) => e("line.version_id", "=", inForceOn(context.today, e.ref("award.id"))))
    .where(awardInScope(context.scope));
  const projectId = await projectOf(context, start);
  if (projectId !== undefined) query = query.where("line.project_id", "=", projectId ?? 0);
  if (start.kind === "award") query = query.where("award.id", "=", start.id);
  if (start.kind === "bid") query = query.where("award.bid_id", "=", start.id);
  if (start.kind === "round") {
    query = query.where((e) => e("award.id", "in", awardsOfRound(context, start.id)));
  }
  return query
    .groupBy(["award.id", "award.reference", "award.title", "line.project_id"])
    .groupBy(["bid.id", "bid.reference", "bid.title", "round.id", "round.name"])
    .orderBy("award.id")
    .orderBy("line.project_id")
    .limit(MOST_LINES + 1)
    .execute();
}

function awardsOfRound({ db }: Context, roundId: number) {
  return db.read
    .selectFrom("award as own")
    .select("own.id")
    .where("own.round_id", "=", roundId)
    .union(
      db.read
        .selectFrom("bid as asked")
        .innerJoin("award as won", "won.bid_id", "asked.id")
        .select("won.id")
        .where("asked.round_id", "=", roundId),
    );
}

/** The project that a start narrows the lines to; null for a measure that no project owns, undefined for no narrowing. */
async function projectOf(context: Context, { kind, id }: TrailStart): Promise<number | null | undefined> {
  if (kind === "project") return (await getProject(context, id)).id;
  return kind === "measure" ? (await getMeasure(context, id)).projectId : undefined;
}

type Add = (node: TrailNode) => void;

/** The record itself, with what it came of, so that a trail that breaks at once still shows it. */
async function addStart(
  context: Context,
  { kind, id }: TrailStart,
  add: Add,
  link: (from: string, to: string) => void,
): Promise<void> {
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

/** Adds the measures of those projects that the person reads. @returns the keys of these projects. */
async function addMeasures(
  context: Context,
  nodes: Map<string, TrailNode>,
  links: Map<string, { from: string; to: string }>,
): Promise<Set<string>> {
  const ids = [...nodes.values()].flatMap(({ key, station }) =>
    station === "project" ? [Number(key.slice("project-".length))] : [],
  );
  const readable = new Set<string>();
  const projects = await listProjects(context, { ids });
  const measures = await listMeasures(context, { projectIds: projects.map(({ id }) => id) });
  for (const { id } of projects) {
    const project = `project-${id}`;
    readable.add(project);
    const node = nodes.get(project);
    if (node) nodes.set(project, { ...node, href: `/projects/${id}` });
    for (const measure of measures.filter(({ projectId }) => projectId === id)) {
      const key = `measure-${measure.id}`;
      const text = `${measure.name}: ${measure.change.text}`;
      nodes.set(key, { key, station: "measure", text, href: `/measures/${measure.id}` });
      links.set(`${project} ${key}`, { from: project, to: key });
    }
  }
  return readable;
}

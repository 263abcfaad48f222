import type { BidStatus } from "#app/bids/bid.status.ts";
import type { Database, Writer } from "#db/open.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import type { RecordKind } from "./access-kinds.ts";
import { addAttachment, addPapers } from "./attachment-records.ts";
import { addClarification, addSignOff } from "./bid-stages.ts";
import { addClaim, addClosure, addHold, addSpend } from "./claim-records.ts";
import { addDuties } from "./duty-records.ts";
import { addOnwardGrant } from "./onward-records.ts";
import { addProject } from "./owned-projects.ts";
import { addFundersList, addReconciliation } from "./reconciling-records.ts";
import { addNotBid, addPublished } from "./shared-records.ts";
import { FOREIGN, MISSING, NOW, type Params, type Standing, TODAY } from "./standings.ts";

type Parts = {
  alder: number;
  birch: number;
  cedar: number;
  fundId: number;
  roundId: number;
  priorityId: number;
  officerId: number;
  strangerId: number;
};

type OwnedKind = Extract<
  RecordKind,
  | "project"
  | "contribution"
  | "measure"
  | "reading"
  | "draft bid"
  | "bid to sign off"
  | "bid in the chain"
  | "clarification"
  | "lost bid"
  | "submitted bid"
  | "award"
  | "papers of bid"
  | "papers of award"
  | "papers of claim"
  | "claim"
  | "spend"
  | "decision not to bid"
  | "award on hold"
  | "closed award"
  | "onward grant"
  | "condition of award"
  | "return of award"
  | "award with a draft"
  | "published report"
  | "funder’s list"
  | "reconciliation"
>;
type Sharing = { partnership_id: number; part: "lead" | "partner" }[];

/** Records of Alder, of Alder and Birch together, and of Birch. Their texts are plain; none of them is a canary. */
export async function makeOwnedRecords(db: Database, parts: Parts) {
  const { alder, birch } = parts;
  const lead = (partnership_id: number) => ({ partnership_id, part: "lead" as const });
  const partner = (partnership_id: number) => ({ partnership_id, part: "partner" as const });
  const sharings: [Standing, Sharing][] = [
    ["own", [lead(alder)]],
    ["joint, Birch leads", [lead(birch), partner(alder)]],
    ["joint, nobody leads", [partner(alder), partner(birch)]],
    ["next door", [lead(birch)]],
  ];
  const records = emptyRecords();
  const awards: Partial<Record<Standing, number>> = {};
  const projects: Partial<Record<Standing, number>> = {};
  for (const [standing, partnershipId] of [
    ["own", alder],
    ["next door", birch],
  ] as const) {
    const made = await db.write((trx) => addProject(trx, partnershipId));
    projects[standing] = made.projectId;
    records.project[standing] = { id: String(made.projectId) };
    records.contribution[standing] = {
      id: String(made.projectId),
      contributionId: String(made.contributionId),
    };
    records.measure[standing] = { id: String(made.measureId) };
    records.reading[standing] = { id: String(made.measureId), readingId: String(made.readingId) };
    const publishedId = await db.write((trx) => addPublished(trx, partnershipId, null));
    records["published report"][standing] = { id: String(publishedId) };
    const listId = await db.write((trx) => addFundersList(trx, partnershipId));
    records["funder’s list"][standing] = { id: String(listId) };
    const decisionId = await db.write((trx) => addNotBid(trx, parts.roundId, partnershipId));
    records["decision not to bid"][standing] = { id: String(decisionId) };
    const held = await db.write((trx) => addReconciliation(trx, partnershipId));
    records.reconciliation[standing] = { id: String(held.id), itemId: String(held.itemId) };
  }
  const ownMeasure = records.measure.own?.id as string;
  records.reading["foreign inside own"] = { id: ownMeasure, readingId: String(FOREIGN) };
  for (const [standing, sharing] of sharings) {
    const owner = sharing[0]?.partnership_id as number;
    const bid = (status: BidStatus) => db.write((trx) => addBid(trx, parts, status, owner, sharing));
    const draft = await bid("draft");
    records["draft bid"][standing] = { id: String(draft) };
    const papers = await addPapers(db, { bid_id: draft }, parts);
    records["papers of bid"][standing] = { id: String(draft), ...papers };
    records["bid to sign off"][standing] = { id: String(await bid("awaiting_sign_off")) };
    if (sharing[0]?.part === "lead") {
      const chained = await bid("awaiting_sign_off");
      await addSignOff(db, parts.officerId, owner, chained);
      records["bid in the chain"][standing] = { id: String(chained) };
    }
    records["lost bid"][standing] = { id: String(await bid("unsuccessful")) };
    const questioned = await bid("clarification_requested");
    const clarificationId = String(await addClarification(db, questioned));
    records.clarification[standing] = { id: String(questioned), clarificationId };
    const bidId = await bid("submitted");
    records["submitted bid"][standing] = { id: String(bidId) };
    const projectId = (projects[standing] ?? projects.own) as number;
    const awardId = await addAward(db, parts, { owner, sharing, bidId, projectId });
    awards[standing] = awardId;
    records.award[standing] = { id: String(awardId), number: "1" };
    const claimId = await addClaim(db, awardId, parts.officerId);
    records.claim[standing] = { id: String(awardId), claimId: String(claimId) };
    const letters = await addPapers(db, { award_id: awardId }, parts);
    const spendId = await addSpend(db, awardId, parts.officerId);
    records.spend[standing] = { id: String(awardId), spendId: String(spendId) };
    records["papers of award"][standing] = { id: String(awardId), ...letters };
    const receiptId = await addAttachment(db, { claim_id: claimId }, parts.officerId);
    records["papers of claim"][standing] = { ...records.claim[standing], attachmentId: String(receiptId) };
    const grantId = await addOnwardGrant(db, awardId, parts.officerId);
    records["onward grant"][standing] = { id: String(awardId), grantId: String(grantId) };
    const { conditionId, returnId } = await addDuties(db, awardId, parts.officerId);
    records["condition of award"][standing] = { id: String(awardId), conditionId };
    records["return of award"][standing] = { id: String(awardId), returnId };
    const closed = await addAward(db, parts, { owner, sharing, bidId: null, projectId });
    await addClosure(db, closed);
    records["closed award"][standing] = { id: String(closed) };
    const held = await addAward(db, parts, { owner, sharing, bidId: null, projectId });
    await addHold(db, held);
    records["award on hold"][standing] = { id: String(held) };
    const drafted = await addAward(db, parts, { owner, sharing, bidId: null, projectId });
    await addDraft(db, drafted, parts.officerId);
    records["award with a draft"][standing] = { id: String(drafted), number: "1" };
  }
  for (const kind of ["papers of bid", "papers of award", "papers of claim"] as const) {
    const inside = String(FOREIGN);
    const foreign = { attachmentId: inside, noteId: inside, taskId: inside };
    records[kind]["foreign inside own"] = { ...(records[kind].own as Params), ...foreign };
  }
  const crossings = {
    ownAward: awards.own as number,
    jointAward: awards["joint, nobody leads"] as number,
    ownProject: projects.own as number,
  };
  return { records, crossings };
}

function emptyRecords(): Record<OwnedKind, Partial<Record<Standing, Params>>> {
  const with_ = (more: (id: string) => Params) => ({
    foreign: more(String(FOREIGN)),
    missing: more(String(MISSING)),
  });
  const id = () => with_((id) => ({ id }));
  const award = () => with_((id) => ({ id, number: "1" }));
  return {
    project: id(),
    contribution: with_((id) => ({ id, contributionId: id })),
    measure: id(),
    reading: with_((id) => ({ id, readingId: id })),
    "draft bid": id(),
    "bid to sign off": id(),
    "bid in the chain": id(),
    clarification: with_((id) => ({ id, clarificationId: id })),
    "lost bid": id(),
    "submitted bid": id(),
    award: award(),
    "papers of bid": with_((id) => ({ id, attachmentId: id, noteId: id, taskId: id })),
    "papers of award": with_((id) => ({ id, attachmentId: id, noteId: id, taskId: id })),
    "papers of claim": with_((id) => ({ id, claimId: id, attachmentId: id })),
    claim: with_((id) => ({ id, claimId: id })),
    spend: with_((id) => ({ id, spendId: id })),
    "decision not to bid": id(),
    "award on hold": id(),
    "closed award": id(),
    "condition of award": with_((id) => ({ id, conditionId: id })),
    "return of award": with_((id) => ({ id, returnId: id })),
    "onward grant": with_((id) => ({ id, grantId: id })),
    "award with a draft": award(),
    "published report": id(),
    "funder’s list": id(),
    reconciliation: with_((id) => ({ id, itemId: id })),
  };
}

let made = 0;

async function addBid(
  trx: Writer,
  parts: Parts,
  status: BidStatus,
  owner: number,
  sharing: Sharing,
): Promise<number> {
  made += 1;
  const bid = await trx
    .insertInto("bid")
    .values({
      reference: `B-${made}`,
      title: `Bid ${made}`,
      status,
      round_id: parts.roundId,
      recorded_by_partnership_id: owner,
      purpose: "Lighting on the way home",
      requested_pence: 2_500_000,
      requested_basis: "exact",
      created_by: parts.officerId,
      created_at: NOW,
      submitted_on: status === "submitted" ? "2026-11-01" : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("bid_partnership")
    .values(sharing.map((share) => ({ ...share, bid_id: bid.id })))
    .execute();
  await trx
    .insertInto("bid_event")
    .values({ bid_id: bid.id, at: NOW, action: "create", to_status: status })
    .execute();
  return bid.id;
}

async function addAward(
  db: Database,
  parts: Parts,
  award: { owner: number; sharing: Sharing; bidId: number | null; projectId: number },
): Promise<number> {
  made += 1;
  const awardId = await db.write(async (trx) => {
    const { id } = await trx
      .insertInto("award")
      .values({
        reference: `A-${made}`,
        title: `Award ${made}`,
        bid_id: award.bidId,
        round_id: parts.roundId,
        recorded_by_partnership_id: award.owner,
        created_at: NOW,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const shares = award.sharing.map((share) => ({ ...share, award_id: id }));
    await trx.insertInto("award_partnership").values(shares).execute();
    return id;
  });
  const half = line({
    partnershipId: award.owner,
    financialYear: 2024,
    projectId: award.projectId,
    priorityId: parts.priorityId,
    amountPence: 1_000_000,
  });
  await seal(operatorContext(db, TODAY), awardId, {
    amountPence: 2_000_000,
    fundId: parts.fundId,
    lines: [half],
  });
  return awardId;
}

/** A draft of the next version, as the page keeps it. */
async function addDraft(db: Database, award_id: number, updated_by: number): Promise<void> {
  const base = await db.read
    .selectFrom("award_version")
    .select("id")
    .where("award_id", "=", award_id)
    .executeTakeFirstOrThrow();
  const draft = {
    kind: "uplift",
    effectiveOn: TODAY,
    effectiveBasis: "day",
    statedEffectiveOn: TODAY,
    decidedOn: TODAY,
    reason: "The letter of November",
    decisionReference: null,
    amountPence: 3_000_000,
    amountBasis: "exact",
    fundId: null,
    funderId: null,
    mayIncludeIds: [],
    baseVersionId: base.id,
    lines: [],
  };
  await db.write((trx) =>
    trx
      .insertInto("award_draft")
      .values({ award_id, form_json: JSON.stringify(draft), updated_by, updated_at: NOW })
      .execute(),
  );
}

import { type TypedLine, type VersionDetails, versionDetailsSchema } from "#app/awards/draft.schema.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import { saveDraftLines } from "#app/awards/save-draft-lines.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { startNextVersion } from "#app/awards/start-next-version.server.ts";
import { EMPTY_LINE } from "#app/awards/typed-lines.rules.ts";
import { versionInForce } from "#app/awards/version.ts";
import { listLines, listVersions } from "#app/awards/versions.queries.server.ts";
import type { Result } from "#app/core/result.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Database } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { seal } from "#tests/factories/versions.ts";

/** Two partnerships with their people, and a third that has nothing to do with them. */
export async function awardStory(db: Database) {
  const [lead, partner, foreign] = [
    await make.createPartnership(db),
    await make.createPartnership(db),
    await make.createPartnership(db),
  ];
  return {
    db,
    lead,
    partner,
    foreign,
    officer: (await make.createPerson(db, { [lead]: "officer" })).context,
    manager: (await make.createPerson(db, { [lead]: "manager" })).context,
    finance: (await make.createPerson(db, { [lead]: "finance" })).context,
    reader: (await make.createPerson(db, { [lead]: "reader" })).context,
    partnerFinance: (await make.createPerson(db, { [partner]: "finance" })).context,
    stranger: (await make.createPerson(db, { [foreign]: "finance" })).context,
  };
}

export type AwardStory = Awaited<ReturnType<typeof awardStory>>;

/** An award of the lead alone with its first version sealed, £100 from 1 April 2024 unless told otherwise. */
export async function soleAward(story: AwardStory, parts: Parameters<typeof seal>[2] = {}) {
  const awardId = await make.createAward(story.db, [story.lead]);
  await seal(make.operatorContext(story.db), awardId, parts);
  return awardId;
}

/** An award of both partnerships, led by the first unless told otherwise, with its first version sealed. */
export async function jointAward(story: AwardStory, options: { lead?: boolean } = { lead: true }) {
  const awardId = await make.createAward(story.db, [story.lead, story.partner], options);
  await seal(make.operatorContext(story.db), awardId);
  return awardId;
}

/** What the form of a next version gives, with only these answers. */
export function details(parts: Partial<VersionDetails>): VersionDetails {
  const empty = versionDetailsSchema.parse({ kind: "apportionment", reason: "Agreed at the board" });
  return { ...empty, ...parts };
}

export function typed(parts: Partial<TypedLine>): TypedLine {
  return { ...EMPTY_LINE, ...parts };
}

/** Takes what succeeded, and throws what was refused. */
export function done<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

/** The messages of a refusal, none where it succeeded. */
export function refusal(result: Result<unknown>): Record<string, string> {
  return result.ok ? {} : result.errors;
}

/** Drafts and seals the next version in one go; without lines, those of the version before stay. */
export async function nextVersion(
  context: Context,
  awardId: number,
  parts: Partial<VersionDetails>,
  lines?: TypedLine[],
) {
  done(await startNextVersion(context, awardId, details(parts)));
  if (lines) done(await saveDraftLines(context, awardId, 1, lines));
  const draft = await findDraft(context, awardId);
  return done(await sealNextVersion(context, awardId, draft?.version ?? 0));
}

/** The amounts of the lines in force on a day, in their order; null where no version is. */
export async function amountsOn(context: Context, awardId: number, day: string) {
  const version = versionInForce(await listVersions(context, awardId), day);
  if (!version) return null;
  const lines = await listLines(context, version.id);
  return lines.map((line) => line.amountPence);
}

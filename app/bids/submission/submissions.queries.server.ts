import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Database, Writer } from "#db/open.server.ts";
import { compareContent, describeContent } from "../content-snapshot/compare-content.ts";
import { asSent, keptSnapshot, takeSnapshot } from "../content-snapshot/take-snapshot.server.ts";
import type { Submission } from "./submission.ts";

type Reader = Database["read"] | Writer;

const submissionRows = keepQuery((reader, bidId: number) =>
  reader
    .selectFrom("bid_submission")
    .leftJoin("person", "person.id", "bid_submission.recorded_by")
    .select([
      "bid_submission.id",
      "submitted_on as submittedOn",
      "submitted_time as submittedTime",
      "sent_by as sentBy",
      "channel",
      "funder_reference as funderReference",
      "round_closed_at as roundClosedAt",
      "recorded_at as recordedAt",
      "person.name as recordedByName",
      "correction_reason as correctionReason",
      "fingerprint",
    ])
    .where("bid_id", "=", bidId)
    .orderBy("bid_submission.id", "desc"),
);

/** Every account of how a bid was sent, the one that holds first; the others were corrected or sent before. */
export async function listSubmissions(reader: Reader, bidId: number): Promise<Submission[]> {
  const rows = await submissionRows(reader, bidId);
  return rows.map(({ fingerprint, ...row }) => ({ ...row, hasSnapshot: fingerprint !== null }));
}

/** What was sent, answer by answer, and what the bid says otherwise now; null where nothing was kept. */
export async function findWhatWasSent(context: Context, bidId: number) {
  const row = await context.db.read
    .selectFrom("bid_submission")
    .select(["content_json", "names_json", "fingerprint"])
    .where("bid_id", "=", bidId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { content_json, names_json, fingerprint } = row;
  if (content_json === null || names_json === null || fingerprint === null) return null;
  const sent = keptSnapshot({ content_json, names_json, fingerprint });
  const now = asSent(await takeSnapshot(context, bidId));
  const differences = sent.fingerprint === now.fingerprint ? [] : compareContent(sent, now);
  return { fingerprint, sent: describeContent(sent), differences };
}

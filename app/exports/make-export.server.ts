import { recordAudit } from "#app/audit/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Pieces } from "#db/dialect/rows-thread.ts";
import { type Dataset, ExportRefusedError } from "./dataset.server.ts";
import type { AskedExport } from "./export.ts";
import { asCsv, describedBy, type FileKind, FORMAT_DETAILS } from "./export-format.ts";
import { fileName, isCounted, workFor } from "./file-plan.server.ts";
import { refusalOf } from "./refusal.server.ts";
import { takeTurn } from "./turns.server.ts";
import { noteFile } from "./under-way.server.ts";
import { recordedNow } from "./unused.server.ts";

export type Export = {
  fileName: string;
  /** The type of the file, as an answer says it. */
  type: string;
  /** The file, piece by piece. It throws where the file would not be whole; left early, the making of it stops. */
  pieces: Pieces;
  /** Given when whoever waits for the file stops it. */
  stopped: AbortSignal;
};

const APOSTROPHE =
  "An apostrophe stands before text that a spreadsheet would take for a formula; it is no part of the text.";

/**
 * Begins to make a file. Who asks, for what and with which filters is in the audit log before the first piece, and how
 * it ended after the last.
 * @throws TooManyExportsError while as many as can be are being made; ExportRefusedError where none can be made yet.
 */
export async function makeExport(
  context: Context,
  dataset: Dataset,
  asked: AskedExport & { format: FileKind },
  signal?: AbortSignal,
): Promise<Export> {
  dataset.requireAccess(context);
  const refusal = await refusalOf(context, dataset, asked);
  if (refusal !== null) throw new ExportRefusedError(refusal.text);
  const contents = await dataset.contents(context, asked);
  const endTurn = takeTurn();
  try {
    const { filters, moment } = contents;
    // A file without a place for notes does not wait for them.
    const notes = asCsv(asked.format) !== null ? [] : await contents.notes();
    if (describedBy(asked.format) === "csv-excel") notes.push(APOSTROPHE);
    const { asRecordedOn = null, unusedWords = null } = recordedNow(context, dataset, asked, moment) ?? {};
    if (unusedWords !== null) notes.unshift(unusedWords);
    const maker = {
      ...asked.publisher,
      madeAt: context.now(),
      madeBy: nameOf(context),
      notes,
      asRecordedOn,
    };
    const started = await record(context, "export", dataset.name, {
      format: asked.format,
      filters: Object.fromEntries(filters),
      ...moment,
    });
    const stopped = new AbortController();
    const wanted = signal ? AbortSignal.any([signal, stopped.signal]) : stopped.signal;
    const { rows } = contents;
    const count = isCounted(asked.format) && "query" in rows ? rows.count : undefined;
    const known = "read" in rows ? { known: await rows.read() } : rows;
    const work = workFor(dataset, { ...contents, rows: known }, asked, maker, (await count?.()) ?? null);
    const pieces = context.db.engine.writeRows(work, wanted);
    const { title } = dataset;
    const noted = noteFile(context, { title, format: asked.format, stop: () => stopped.abort() });
    const endAll = () => {
      endTurn();
      noted.isOver();
    };
    return {
      fileName: fileName(dataset.name, contents, { ...asked, asRecordedOn }),
      type: FORMAT_DETAILS[asked.format].type,
      stopped: stopped.signal,
      pieces: recorded(context, { name: dataset.name, entry: started, ...noted, endAll }, pieces),
    };
  } catch (error) {
    endTurn();
    throw error;
  }
}

async function* recorded(
  context: Context,
  file: { name: string; entry: number; wentOut(bytes: number): void; endAll(): void },
  pieces: Pieces,
): Pieces {
  const { name, entry } = file;
  let rows: number | null = null;
  let bytes = 0;
  try {
    for (;;) {
      const { value, done } = await pieces.next();
      if (done) {
        rows = value;
        break;
      }
      bytes += value.length;
      file.wentOut(value.length);
      yield value;
    }
  } finally {
    file.endAll();
    await pieces.return(0);
    const ended = { entry, bytes, ...(rows === null ? {} : { rows }) };
    await record(context, rows === null ? "stop export" : "finish export", name, ended);
  }
  return rows ?? 0;
}

function record(context: Context, action: string, name: string, after: object): Promise<number> {
  return context.db.write((trx) =>
    recordAudit(trx, context, { action, recordType: "export", recordId: name, after }),
  );
}

function nameOf({ actor }: Context): string {
  return actor.kind === "person" ? actor.name : "Whoever runs commands on the server";
}

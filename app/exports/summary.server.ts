import type { Context } from "#app/platform/context.server.ts";
import type { Dataset } from "./dataset.server.ts";
import type { AskedExport, ExportSummary, Refusal } from "./export.ts";
import { refusalOf } from "./refusal.server.ts";
import { recordedNow } from "./unused.server.ts";

/** What a file would hold, without making it. */
export async function summaryOf(
  context: Context,
  dataset: Dataset,
  asked: AskedExport,
): Promise<ExportSummary> {
  const refusal = await refusalOf(context, dataset, asked);
  if (refusal !== null && refusal.askAgainAt !== null) return toldNothing(dataset, refusal);
  const { title = dataset.title, filters, moment, notes, columns } = await dataset.contents(context, asked);
  const headings = columns.map(({ heading }) => heading);
  return {
    title,
    about: dataset.about,
    filters,
    moment,
    ...(recordedNow(context, dataset, asked, moment) ?? { asRecordedOn: null, unusedWords: null }),
    notes: await notes(),
    headings,
    formats: dataset.formats,
    takesDay: moment !== null || dataset.takesDay === true,
    refusal,
  };
}

/** What cannot be understood is told nothing of: another day's figures would be taken for it. */
function toldNothing({ title, about, formats }: Dataset, refusal: Refusal): ExportSummary {
  return {
    ...{ title, about, formats, refusal },
    ...{
      filters: [],
      moment: null,
      takesDay: false,
      asRecordedOn: null,
      unusedWords: null,
      notes: [],
      headings: [],
    },
  };
}

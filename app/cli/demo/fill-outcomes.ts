import { addMeasure, addReading } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { OutcomeFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { done, type Ids, idOf } from "./filled.ts";
import { readMeasure } from "./outcome-readings.ts";
import { sentences } from "./published.ts";

const NOT_STATED = { measureSource: null, area: null, targetValue: null, targetBy: null };

/** Adds the outcomes of the reports: each a measure with its baseline and its reading, as far as they are stated. */
export async function fillOutcomes(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
  filled: { partnerships: Ids; projects: Ids },
): Promise<void> {
  for (const fact of facts.outcomes) {
    const source = documents.sourceOf(fact.source);
    const published = { documentId: source.sourceDocumentId, paragraph: source.sourceParagraph };
    const { better, statedPercent, baseline, reading, comparison } = readMeasure(fact);
    const measure = await addMeasure(
      context,
      {
        ...NOT_STATED,
        subject:
          fact.project === null
            ? { kind: "partnership", id: idOf(filled.partnerships, fact.partnership) }
            : { kind: "project", id: idOf(filled.projects, fact.project) },
        name: fact.measure,
        unit: fact.unit,
        better,
        caveat: sentences(fact.note, comparison, contradictionOf(fact, facts)),
        statedChange: fact.stated_change,
        statedPercent,
      },
      published,
    );
    const { measureId } = done(measure);
    for (const input of baseline === null ? [reading] : [baseline, reading]) {
      done(await addReading(context, measureId, input, published));
    }
  }
}

/** What the document says of burglary in its text is not what its own table says. */
function contradictionOf(fact: OutcomeFact, facts: ReportFacts): string | null {
  if (!fact.measure.startsWith("Burglary")) return null;
  const found = facts.discrepancies.find(
    ({ document, issue }) => document === fact.source.document && issue.includes("burglary"),
  );
  return found?.issue ?? null;
}

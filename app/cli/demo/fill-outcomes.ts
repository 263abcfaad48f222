import { addMeasure, addReading } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { OutcomeFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { done, type Ids, idOf } from "./filled.ts";
import { readMeasure } from "./outcome-readings.ts";
import { sentences } from "./published.ts";

const NOT_STATED = { measureSource: null, area: null, targetValue: null, targetBy: null, costCaveat: null };
const UNCOUNTED = { statedPercent: null, differenceNote: null, caveat: null };

/** What a text says of several rows of its own table together: a measure whose figures are those of its parts. */
const WHOLE_OF_BURGLARY = {
  name: "Burglary, residential with business and community",
  statedChange: "burglary was down in 2019/20",
  differenceNote:
    "Of the two rows of the document’s own table only the residential one fell (334 to 324); business and community rose (150 to 189)",
};

/** "Parts given (85 north + 56 south) sum to 141, not 151". */
const PARTS_OF_ONLINE_REPORTS = { "reported in the north": 85, "reported in the south": 56 };

/** Why a stated per cent is not the computed one, as far as the counts themselves say so. */
const WHY_THEY_DIFFER: Record<string, string> = {
  "Police occurrences for the NEET cohort":
    "The periods differ (12 and 6 months); 93 of 167 a year is 55.7%, which was cut off at 55%",
  Shoplifting: "161 of 512 is 31.445%, which rounds to 31.4%",
};

type Filled = { partnerships: Ids; projects: Ids };

/** Adds the outcomes of the reports: each a measure with its baseline and its reading, as far as they are stated. */
export async function fillOutcomes(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
  filled: Filled,
): Promise<void> {
  const wholes = new Map<string, number>();
  for (const fact of facts.outcomes) {
    const published = publishedIn(fact, documents);
    const { better, statedPercent, baseline, reading, comparison } = readMeasure(fact);
    const subject = subjectOf(fact, filled);
    if (fact.measure.startsWith("Burglary") && !wholes.has("Burglary")) {
      const whole = { ...NOT_STATED, ...UNCOUNTED, ...WHOLE_OF_BURGLARY, subject, unit: fact.unit, better };
      const added = await addMeasure(context, { ...whole, partOfId: null }, published);
      wholes.set("Burglary", done(added).measureId);
    }
    const measure = await addMeasure(
      context,
      {
        ...NOT_STATED,
        subject,
        name: fact.measure,
        unit: fact.unit,
        better,
        caveat: sentences(fact.note, comparison, contradictionOf(fact, facts)),
        statedChange: fact.stated_change,
        statedPercent,
        differenceNote: WHY_THEY_DIFFER[fact.measure] ?? null,
        partOfId: fact.measure.startsWith("Burglary") ? (wholes.get("Burglary") ?? null) : null,
      },
      published,
    );
    const { measureId } = done(measure);
    for (const input of baseline === null ? [reading] : [baseline, reading]) {
      done(await addReading(context, measureId, input, published));
    }
    if (fact.measure.startsWith("Online ASB reports"))
      await addParts(context, fact, measureId, { filled, documents });
  }
}

async function addParts(
  context: Context,
  fact: OutcomeFact,
  partOfId: number,
  { filled, documents }: { filled: Filled; documents: Documents },
): Promise<void> {
  const published = publishedIn(fact, documents);
  const { better, reading } = readMeasure(fact);
  const facts = { ...NOT_STATED, ...UNCOUNTED, statedChange: null, unit: fact.unit, better, partOfId };
  for (const [where, value] of Object.entries(PARTS_OF_ONLINE_REPORTS)) {
    const name = `${fact.measure}, ${where}`;
    const part = await addMeasure(context, { ...facts, name, subject: subjectOf(fact, filled) }, published);
    done(await addReading(context, done(part).measureId, { ...reading, value }, published));
  }
}

function subjectOf(fact: OutcomeFact, filled: Filled) {
  return fact.project === null
    ? { kind: "partnership" as const, id: idOf(filled.partnerships, fact.partnership) }
    : { kind: "project" as const, id: idOf(filled.projects, fact.project) };
}

function publishedIn(fact: OutcomeFact, documents: Documents) {
  const source = documents.sourceOf(fact.source);
  return { documentId: source.sourceDocumentId, paragraph: source.sourceParagraph };
}

/** What the document says of burglary in its text is not what its own table says. */
function contradictionOf(fact: OutcomeFact, facts: ReportFacts): string | null {
  if (!fact.measure.startsWith("Burglary")) return null;
  const found = facts.discrepancies.find(
    ({ document, issue }) => document === fact.source.document && issue.includes("burglary"),
  );
  return found?.issue ?? null;
}

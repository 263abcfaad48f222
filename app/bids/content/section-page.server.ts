import type { z } from "zod";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { LEAVE_TYPED } from "#app/ui/forms/form.tsx";
import { formValues, textAt } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { getBidContent, getSectionStates } from "./content.queries.server.ts";
import type { BidContent, SectionName } from "./content.ts";
import { parseRowIntent, type RowIntent, withoutRow } from "./row-intent.ts";
import { saveSection } from "./save-section.server.ts";
import { SECTIONS, sectionHref } from "./sections.ts";
import { findTyped, keepTyped, throwAwayTyped } from "./typed-section.server.ts";

/** The loader of a section's page. A bid that is no longer a draft is read on its own page. */
export function sectionLoader<Section extends SectionName>(section: Section) {
  return loaderFor("register.read", async ({ context, params, url }) => {
    const bid = await getBid(context, numericId(params.id));
    requirePermission(context, "bid.write", writablePartnerships(bid));
    if (bid.status !== "draft") throw redirectTo(`/bids/${bid.id}`);
    const content = await getBidContent(context, bid.id);
    const states = await getSectionStates(context, bid.id);
    return {
      bid,
      content: content[section],
      state: states[section] ?? { isComplete: false, version: 0 },
      typed: url.searchParams.has(LEAVE_TYPED) ? null : await findTyped(context, bid.id, section),
      rowsWanted: url.searchParams.get("rows"),
      today: context.today,
    };
  });
}

/**
 * The action of a section's page: saves what is typed, whichever button was pressed. What cannot be saved is kept for
 * who typed it, until they save or throw it away.
 * @param rows the name of the rows that the page has, where it has any.
 */
export function sectionAction<Section extends SectionName>(
  section: Section,
  schema: z.ZodType<BidContent[Section] & { version: number; isComplete: boolean }>,
  rows?: keyof BidContent[Section] & string,
) {
  return actionFor("register.read", async ({ context, params, formData }) => {
    const id = numericId(params.id);
    const entries = [...(await formData())];
    const pressed = textAt(formValues(entries), "intent");
    if (pressed === "throw-away") {
      await throwAwayTyped(context, id, section);
      return redirectTo(sectionHref(id, section));
    }
    const intent = parseRowIntent(pressed);
    const form = parseForm(schema, rows ? withoutRow(entries, rows, intent) : entries);
    if (!form.ok) {
      const kept = await keepTyped(context, id, section, form.values);
      return invalid(kept ? { ...form, kept: true as const } : form);
    }
    const { version, isComplete, ...value } = form.data;
    const content = value as unknown as BidContent[Section];
    const count = rows ? (content[rows] as unknown[]).length : 0;
    const saving = saveSection(context, id, section, content, { version, isComplete });
    const answer = await answerForm(form, saving, () => afterSaving(id, section, intent, count));
    if (answer.status !== 303) await keepTyped(context, id, section, form.values);
    return answer;
  });
}

function afterSaving(bidId: number, section: SectionName, intent: RowIntent, rows: number) {
  const here = sectionHref(bidId, section);
  if (intent.kind === "add") return redirectTo(`${here}?rows=${rows + 1}#row-${rows + 1}`);
  if (intent.kind === "remove") return redirectTo(`${here}#rows`);
  if (intent.kind === "stay") return redirectTo(`${here}#sums`);
  return redirectTo(`/bids/${bidId}`, { message: `${SECTIONS[section].title}: saved` });
}

import { useLoaderData } from "@remix-run/react";
import type { FieldErrors } from "#app/core/result.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { textAt } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { bidsHref, parseBidCursor, parseBidFilters } from "../bid-filters.ts";
import { BID_WRITERS, listColleagues } from "../team/team.queries.server.ts";
import { bulkQuestionSchema, bulkSchema } from "./bulk.schema.ts";
import { listBulkBids, listPrioritiesFor, TICKED_AT_MOST } from "./bulk-bids.queries.server.ts";
import { BulkPreview, type PreviewRow } from "./bulk-preview.tsx";
import { BulkQuestion } from "./bulk-question.tsx";
import { changeInBulk } from "./change-in-bulk.server.ts";
import { previewOf } from "./preview.server.ts";

type Question = ReturnType<typeof parseForm<typeof bulkQuestionSchema>>;

export const meta = titled<typeof loader>(({ data }) =>
  Object.keys(data.errors).length > 0 ? "Error: Change several bids" : "Change several bids",
);

export const loader = loaderFor("bid.write", async ({ context, url }) => {
  const params = url.searchParams;
  const ids = params.getAll("bid").filter((text) => /^[1-9]\d{0,14}$/.test(text));
  const bids = await listBulkBids(context, [...new Set(ids.map(Number))].slice(0, TICKED_AT_MOST));
  const question = parseForm(bulkQuestionSchema, params);
  const priorities = await listPrioritiesFor(context, bids);
  const preview = question.ok ? await previewOf(context, bids, question.data, priorities) : null;
  return {
    bids: bids.map(({ id, reference, title }) => ({ id, reference, title })),
    back: params.get("back") ?? "",
    backHref: backHref(params.get("back") ?? ""),
    priorities: priorities.filter(({ isCurrent }) => isCurrent),
    people: await listColleagues(
      context.db.read,
      bids.flatMap(({ partnerships }) => partnerships.map(({ id }) => id)),
      BID_WRITERS,
    ),
    values: {
      change: textAt(question.values, "change"),
      leadOfficer: textAt(question.values, "leadOfficer"),
      ownerId: textAt(question.values, "ownerId"),
      priorityId: textAt(question.values, "priorityId"),
    },
    // The first time nothing was asked yet; then a choice that names nothing that there is counts as none.
    errors: ["change", "leadOfficer"].some((name) => params.has(name)) ? errorsOf(question, preview) : {},
    preview,
  };
});

export const action = actionFor("bid.write", async ({ context, formData }) => {
  const form = parseForm(bulkSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changeInBulk(context, form.data), ({ changed }) =>
    redirectTo(backHref(form.data.back ?? ""), {
      message: changed === 1 ? "1 bid has been changed" : `${changed} bids have been changed`,
    }),
  );
});

function errorsOf(question: Question, preview: readonly PreviewRow[] | null): FieldErrors {
  if (!question.ok) return question.errors;
  if (preview !== null) return {};
  return question.data.change === "owner"
    ? { ownerId: "Choose the new owner from the list" }
    : { priorityId: "Choose a priority area from the list" };
}

/** The page of the list that the bids were ticked on. */
function backHref(query: string): string {
  const params = new URLSearchParams(query);
  return bidsHref(parseBidFilters(params), parseBidCursor(params));
}

export default function ChangeSeveralBids() {
  const { bids, back, preview, values, errors, priorities, people, backHref } =
    useLoaderData<typeof loader>();
  const refused = useFormResult();
  const messages = { ...errors, ...refused?.errors };
  const summary = Object.entries(messages).map(([name, text]) =>
    name in errors ? { text, href: `#${name}` } : { text },
  );
  const without = new URLSearchParams({ ...values, back });
  for (const row of preview ?? []) if (!("refused" in row.effect)) without.append("bid", String(row.id));
  return (
    <PageLayout backLink={{ href: backHref, text: "Back to the list" }}>
      <ErrorSummary errors={summary} />
      <PageHeading caption="Bids">Change several bids</PageHeading>
      {bids.length === 0 && <p className="govuk-body">No bid is ticked. Go back and tick some.</p>}
      {bids.length > 0 && preview === null && (
        <BulkQuestion {...{ bids, priorities, people, back, values, errors }} />
      )}
      {bids.length > 0 && preview !== null && (
        <BulkPreview
          rows={preview}
          answers={{ ...values, back }}
          backHref={backHref}
          withoutRefusedHref={`/bids/bulk?${without}`}
        />
      )}
    </PageLayout>
  );
}

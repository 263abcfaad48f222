import { useLoaderData } from "@remix-run/react";
import { AWARD_STATUS_TAGS, AWARD_STATUSES } from "#app/awards/index.ts";
import { BID_STATUS_TAGS, BID_STATUSES } from "#app/bids/index.ts";
import type { FieldErrors } from "#app/core/result.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { invalid, loaderFor } from "#app/platform/page.server.ts";
import { changesProofWords, totalWords } from "#app/reports/index.ts";
import { errorList } from "#app/ui/forms/error-list.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { Ways } from "../ways.tsx";
import { type Between, type BetweenQuery, getBetween } from "./between.queries.server.ts";
import { BETWEEN_PATH, belowIn, betweenHref, betweenSchema, daysOf, daysToCome } from "./between.schema.ts";
import { BetweenForm } from "./between-form.tsx";
import { ChangedTable, expectedWords, StatusesTable } from "./between-tables.tsx";

type Shown = {
  query: BetweenQuery;
  between: Between;
  next: { bid: string | null; award: string | null };
  fileHref: string;
} | null;

export const meta = titled<typeof loader>(({ data }) =>
  data.shown ? "Between two days" : "Error: Between two days",
);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = parseForm(betweenSchema, url.searchParams);
  const { values } = form;
  if (!form.ok) return invalid({ partnerships, values, errors: form.errors, shown: null as Shown });
  const toCome = daysToCome(form.data, context.today);
  if (Object.keys(toCome).length > 0) {
    return invalid({ partnerships, values, errors: toCome, shown: null as Shown });
  }
  const query = { partnershipId: form.data.partnership, ...daysOf(form.data, context.today) };
  const below = { bid: belowIn(url.searchParams, "bid"), award: belowIn(url.searchParams, "award") };
  const between = await getBetween(context, query, below);
  const nextOf = (kind: "bid" | "award", id: number | null) =>
    id === null ? null : betweenHref(form.data, { [kind]: id });
  const next = {
    bid: nextOf("bid", between.bids.changed.next),
    award: nextOf("award", between.awards.changed.next),
  };
  return {
    partnerships,
    values,
    errors: {} as FieldErrors,
    shown: { query, between, next, fileHref: fileHref(query) } as Shown,
  };
});

/** Of the days that are shown, also where the address does not say them. */
function fileHref({ partnershipId, from, to }: BetweenQuery): string {
  return betweenHref({ partnership: partnershipId, from, to }, {}).replace(BETWEEN_PATH, "/exports/between");
}

const BIDS = {
  ...{ name: "Bids", kind: "bid" as const, money: "Requested", statuses: BID_STATUSES },
  words: (status: (typeof BID_STATUSES)[number]) => BID_STATUS_TAGS[status].text,
};
const AWARDS = {
  ...{ name: "Awards", kind: "award" as const, money: "Awarded", statuses: AWARD_STATUSES },
  words: (status: (typeof AWARD_STATUSES)[number]) => AWARD_STATUS_TAGS[status].name,
};

export default function BetweenPage() {
  const { partnerships, values, errors, shown } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading caption="Where things stand">Between two days</PageHeading>
      <Ways current={BETWEEN_PATH} />
      <BetweenForm partnerships={partnerships} values={values} errors={errors} query={shown?.query ?? null} />
      {shown && <Results {...shown} />}
    </PageLayout>
  );
}

function Results({ query, between: { bids, awards, money }, next, fileHref }: NonNullable<Shown>) {
  return (
    <>
      <p className="govuk-body">
        Where everything stood at the end of both days, from what is known today. A bid counts with what it
        requested at the end of the day, and how likely it was then said to be; an award with the version in
        force on the day, money inside other awards included.
      </p>
      <StatusesTable {...AWARDS} {...query} moves={awards.moves} />
      <StatusesTable {...BIDS} {...query} moves={bids.moves} />
      <h2 className="govuk-heading-m">Expected of bids not yet decided</h2>
      <p className="govuk-body">
        What they requested times how likely they were said to be, of those of which both are known.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{expectedWords(bids.expected.from, query.from)}</li>
        <li>{expectedWords(bids.expected.to, query.to)}</li>
      </ul>
      <h2 className="govuk-heading-m">Funding secured</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>{totalWords(money.from)}</li>
        <li>{totalWords(money.to)}</li>
      </ul>
      <InsetText>{changesProofWords(money)}</InsetText>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={`/reports/changes?from-as-at=${query.from}&to-as-at=${query.to}`}>
          Each change of the money with its reason
        </a>
      </p>
      <ChangedTable {...AWARDS} rows={awards.changed.rows} />
      <Pagination next={next.award} label="Pages of awards that changed" />
      <ChangedTable {...BIDS} rows={bids.changed.rows} />
      <Pagination next={next.bid} label="Pages of bids that changed" />
      <ExportLink href={fileHref}>Export what changed between the two days</ExportLink>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { getAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { ExpectedUnderspend } from "../forecast/expected-underspend.tsx";
import { expectedByYear } from "../forecast/forecast.rules.ts";
import { listForecasts } from "../forecast/forecasts.queries.server.ts";
import { listRepayments } from "../repayments/repayments.queries.server.ts";
import { RepaymentsTable } from "../repayments/repayments-table.tsx";
import { MoneyByLine } from "./money-by-line.tsx";
import { moneyOfAward } from "./money-of-award.queries.server.ts";
import { listSpend } from "./spend.queries.server.ts";
import { spendFlags } from "./spend.rules.ts";
import { SpendEntries } from "./spend-entries.tsx";
import { SpendFigures } from "./spend-figures.tsx";

export const meta = titled<typeof loader>(({ data }) => `Spend of ${data.award.reference}`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  return {
    award: { id, reference, title },
    money: await moneyOfAward(context, id),
    entries: await listSpend(context.db.read, id),
    forecasts: await listForecasts(context.db.read, id),
    today: context.today,
    repayments: await listRepayments(context.db.read, id),
    mayRepay: may(context.actor, "claim.sign", writingPartnerships(partnerships)),
    mayRecord: may(context.actor, "claim.write", writingPartnerships(partnerships)),
  };
});

export default function Spend() {
  const { award, money, entries, mayRecord, ...page } = useLoaderData<typeof loader>();
  const isKnown = money.figures.awardedPence !== null;
  const flags = isKnown ? spendFlags(money.lines, money.years) : [];
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <PageHeading caption={`${award.reference} ${award.title}`}>What was spent</PageHeading>
      {mayRecord && <LinkButton href={`/awards/${award.id}/spend/new`}>Record spend</LinkButton>}
      {flags.length > 0 && <InsetText>{flags.join(". ")}.</InsetText>}
      <SpendFigures figures={money.figures} due={money.due} />
      <MoneyByLine lines={money.lines} years={money.years} isKnown={isKnown} />
      <ExpectedUnderspend
        awardId={award.id}
        years={isKnown ? expectedByYear(money.years, page.forecasts, page.today) : []}
        mayForecast={mayRecord}
      />
      <SpendEntries
        awardId={award.id}
        entries={entries}
        mayRecord={mayRecord}
        isPassedOn={money.figures.spentPence !== null}
      />
      <RepaymentsTable awardId={award.id} repayments={page.repayments} mayRecord={page.mayRepay} />
      <p className="govuk-body">
        What was paid to delivery organisations is part of what was spent: it stands among the{" "}
        <a className="govuk-link" href={`/awards/${award.id}#onward-grants`}>
          onward grants of the award
        </a>
        .
      </p>
      {entries.length > 0 && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/exports/spend?award=${award.id}`}>
            Export what was spent
          </a>
        </p>
      )}
    </PageLayout>
  );
}

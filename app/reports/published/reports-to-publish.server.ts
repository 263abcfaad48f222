import { createElement } from "react";
import type { Context } from "#app/platform/context.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { BESIDE_NAMES } from "../beside/beside.ts";
import { getCrossed } from "../crossed/crossed.queries.server.ts";
import { crossedTitle } from "../crossed/crossed-words.rules.ts";
import { withoutLinks } from "../document/document.ts";
import { DocumentBody } from "../document/document-body.tsx";
import { docxFile } from "../document/docx/docx-file.server.ts";
import { getFundingSecured } from "../funding-secured.queries.server.ts";
import { fundingSecuredSchema, queryOf } from "../funding-secured.schema.ts";
import type { AskedMoment, FundingSecuredReport } from "../funding-secured.ts";
import { crossedCsv, csvOf, fundingSecuredCsv } from "../funding-secured-file.server.ts";
import { besideColumnsOf } from "../funding-secured-table.rules.ts";
import { titleOf } from "../funding-secured-words.rules.ts";
import { momentOf } from "../moment.server.ts";
import { getOutcomesMoney } from "../outcomes-money/outcomes-money.queries.server.ts";
import { outcomesMoneyQueryOf, outcomesMoneySchema } from "../outcomes-money/outcomes-money.schema.ts";
import { outcomesMoneyDocument, outcomesMoneyFile } from "../outcomes-money/outcomes-money-document.rules.ts";
import { OUTCOMES_MONEY_TITLE } from "../outcomes-money/outcomes-money-table.rules.ts";
import { successToPublish } from "../success/success-to-publish.server.ts";
import {
  commissionerGrantsToPublish,
  onwardGrantsToPublish,
} from "../transparency/grants-to-publish.server.ts";
import { getYearly } from "../yearly/yearly.queries.server.ts";
import { yearlyQueryOf, yearlySchema } from "../yearly/yearly.schema.ts";
import { yearlyDocument } from "../yearly/yearly-document.rules.ts";
import type { Pinned, Publishable, ReportToPublish } from "./publishable.ts";
import { CrossedBody, PublishedBody } from "./published-body.tsx";
import { paragraphsOf } from "./published-document.tsx";

/** The moment of an address, at the position at which it was shown; without one, at what is known now. */
export async function pinnedMoment(context: Context, asked: AskedMoment, position: number | null) {
  return momentOf(context, position === null ? asked : { ...asked, position });
}

async function fundingSecured(
  context: Context,
  asked: URLSearchParams,
  position: number | null,
): Promise<Publishable | null> {
  const form = parseForm(fundingSecuredSchema, asked);
  if (!form.ok || form.data.partnership === null) return null;
  const { and, partnership: partnershipId } = form.data;
  const query = queryOf(form.data);
  const moment = await pinnedMoment(context, query, position);
  const at = { ...query, ...moment };
  const common = {
    partnershipId,
    financialYear: null,
    groupedBy: query.by,
    moment,
    docx: null,
  };
  if (and !== null) {
    const crossed = await getCrossed(context, { ...at, and });
    return {
      ...common,
      kind: "two_groupings",
      title: crossedTitle(crossed),
      body: createElement(CrossedBody, { crossed }),
      csv: crossedCsv(crossed),
      totalPence: crossed.report.figures.totalPence,
      pinned: pinnedBeside(crossed.report),
    };
  }
  const report = await getFundingSecured(context, at);
  return {
    ...common,
    kind: "funding_secured",
    title: titleOf(report.figures),
    body: createElement(PublishedBody, { report }),
    csv: fundingSecuredCsv(report),
    totalPence: report.figures.totalPence,
    pinned: pinnedBeside(report),
  };
}

/** What the columns beside what is secured come to, which no position in the ledger holds; null where there are none. */
function pinnedBeside({ total }: FundingSecuredReport): Pinned | null {
  const columns = besideColumnsOf(total);
  if (columns.length === 0) return null;
  return {
    awardIds: [],
    beside: columns.map((column) => [`${BESIDE_NAMES[column]} (£)`, total.beside?.[column] ?? 0]),
  };
}

async function yearly(
  context: Context,
  asked: URLSearchParams,
  position: number | null,
): Promise<Publishable | null> {
  const form = parseForm(yearlySchema, asked);
  const query = form.ok ? yearlyQueryOf(form.data, context.today) : null;
  if (query === null) return null;
  const moment = await pinnedMoment(context, query, position);
  const report = await getYearly(context, { ...query, ...moment });
  const document = withoutLinks(yearlyDocument(report));
  return {
    kind: "yearly",
    partnershipId: query.partnershipId,
    financialYear: query.year,
    groupedBy: report.byYear.figures.by,
    moment,
    title: document.title,
    body: createElement(DocumentBody, { document }),
    csv: fundingSecuredCsv(report.byYear),
    totalPence: report.byYear.figures.totalPence,
    docx: ({ title, published, introduction }, made) => {
      const lead = [published, ...paragraphsOf(introduction), document.title, ...document.lead];
      return docxFile({ ...document, title, lead }, made);
    },
    pinned: null,
  };
}

async function outcomesMoney(
  context: Context,
  asked: URLSearchParams,
  position: number | null,
): Promise<Publishable | null> {
  const form = parseForm(outcomesMoneySchema, asked);
  const query = form.ok ? outcomesMoneyQueryOf(form.data) : null;
  if (query === null) return null;
  const moment = await pinnedMoment(context, query, position);
  const report = await getOutcomesMoney(context, { ...query, ...moment });
  return {
    kind: "outcomes_money",
    partnershipId: query.partnershipId,
    financialYear: null,
    groupedBy: "priority",
    moment,
    title: OUTCOMES_MONEY_TITLE,
    body: createElement(DocumentBody, { document: withoutLinks(outcomesMoneyDocument(report)) }),
    csv: csvOf(outcomesMoneyFile(report)),
    totalPence: report.money.report.figures.totalPence,
    docx: null,
    pinned: null,
  };
}

/** The reports that can be published, by their part of an address. */
export const REPORTS_TO_PUBLISH: Record<string, ReportToPublish> = {
  "funding-secured": { name: "Funding secured", at: "/reports/funding-secured", make: fundingSecured },
  yearly: { name: "Yearly report", at: "/reports/yearly", make: yearly },
  success: { name: "Success of bids", at: "/reports/success", make: successToPublish },
  "outcomes-against-money": {
    name: OUTCOMES_MONEY_TITLE,
    at: "/reports/outcomes-against-money",
    make: outcomesMoney,
  },
  "onward-grants": {
    name: "Grants to voluntary bodies",
    at: "/reports/transparency",
    make: onwardGrantsToPublish,
  },
  "commissioner-grants": {
    name: "Grants of police and crime commissioners",
    at: "/reports/transparency",
    make: commissionerGrantsToPublish,
  },
};

import { formatFinancialYear, parseFinancialYear } from "#app/core/financial-year.ts";
import type { ApplicantKind } from "#app/funds/index.ts";
import { publishedDate, publishedPence } from "./published.ts";
import type { SaferStreetsRound } from "./safer-streets-facts.ts";

const APPLICANTS: Record<string, ApplicantKind> = {
  PCC: "police_and_crime_commissioner",
  local_authority: "local_authority",
  BTP: "british_transport_police",
  CSO: "civil_society",
  "CSO (per evaluation)": "civil_society",
};

/** The themes of the register that a round's own words mean; "feelings of safety" is none of them. */
const THEMES: Record<string, string | null> = {
  robbery: "robbery_theft",
  theft_from_person: "robbery_theft",
  feelings_of_safety: null,
};

/** What a round of the Safer Streets Fund asked of its bids, as far as it is published. */
export function saferStreetsTerms(fact: SaferStreetsRound, themes: ReadonlyMap<string, number>) {
  const codes = fact.themes.flatMap((word) => (word in THEMES ? THEMES[word] : word) ?? []);
  return {
    announcedOn: publishedDate(fact.announced),
    expressionOfInterestBy: null,
    clarificationFrom: null,
    clarificationTo: null,
    applicantKinds: fact.eligible_lead.flatMap((code) => APPLICANTS[code] ?? []),
    inKindCounts: /cash or resource/.test(fact.match ?? "") ? true : null,
    years: Object.entries(fact.fy_caps).map(([words, pounds]) => ({
      year: formatFinancialYear(yearIn(words)),
      capPence: publishedPence(pounds),
    })),
    noTransferBetweenYears: fact.no_transfer_between_financial_years || null,
    capitalSharePercent: null,
    themeIds: [...new Set(codes)].map((code) => {
      const id = themes.get(code);
      if (id === undefined) throw new Error(`No theme ${code}`);
      return id;
    }),
    portalUrl: null,
  };
}

/** "2023/24 (to 30 Sep 2023)" is 2023. */
function yearIn(words: string): number {
  const year = parseFinancialYear(words.split(" ")[0] ?? "");
  if (year === null) throw new Error(`Not a financial year: ${words}`);
  return year;
}

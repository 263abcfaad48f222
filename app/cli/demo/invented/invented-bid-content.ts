import { getBid, saveSection, setLikelihood } from "#app/bids/index.server.ts";
import type { BidContent, SectionName } from "#app/bids/index.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { done } from "../filled.ts";
import { ANYTOWN_COUNCIL } from "./invented-partnerships.ts";

const BUSES = "Anytown Buses (invented)";
const YOUTH_TRUST = "Anytown Youth Trust (invented)";

/** Writes sections of a draft of the invented partnership, all of them complete. */
export async function writeSections(
  officer: Context,
  bidId: number,
  content: Partial<BidContent>,
): Promise<void> {
  for (const section of Object.keys(content) as SectionName[]) {
    const value = content[section] as BidContent[typeof section];
    done(await saveSection(officer, bidId, section, value, { version: 0, isComplete: true }));
  }
}

/** The manager says how likely a bid is. */
export async function setChance(manager: Context, bidId: number, percent: number): Promise<void> {
  const { id } = await getBid(manager, bidId);
  done(await setLikelihood(manager, id, 0, percent));
}

/** A bid that says all there is to say, for the year after the one of the demo. */
export function marshalsContent(today: string): Partial<BidContent> {
  const year = financialYearOf(today) + 1;
  return {
    organisations: {
      organisations: [
        { name: ANYTOWN_COUNCIL, part: "member", contribution: "Licensing officers" },
        { name: BUSES, part: "delivery", contribution: "Employs the marshals" },
      ],
    },
    area: { wards: ["Station", "Market"], area: "The rank and the two streets that lead to it" },
    need: {
      need: "People who leave the town centre after midnight wait alone, and quarrels begin at the rank.",
      evidence:
        "44 incidents at the rank in the 12 months to June, 31 of them on Friday and Saturday nights.",
    },
    costs: { costs: [{ financialYear: year, revenuePence: 16_500_00, capitalPence: 2_000_00 }] },
    match: {
      match: [
        {
          source: ANYTOWN_COUNCIL,
          description: "Half of a licensing officer",
          form: "in_kind",
          standing: "confirmed",
          amountPence: 2_500_00,
        },
        { source: BUSES, description: null, form: "cash", standing: "pledged", amountPence: 1_000_00 },
      ],
    },
    outcomes: {
      outcomes: [
        {
          measure: "Incidents at the station rank",
          unit: "incidents in 12 months",
          baselineValue: 44,
          targetValue: 30,
          targetOn: `${year + 1}-03`,
        },
      ],
    },
    risks: {
      risks: [
        {
          risk: "Marshals cannot be found for both nights",
          likelihood: "medium",
          impact: "high",
          mitigation: "Advertise with the bus company before the decision",
          owner: "Community safety officer",
        },
      ],
    },
    exit_plan: { exitPlan: "The bus company has said that it carries one marshal on from its own means." },
    people: {
      applicantKind: "local_authority",
      sponsor: "Head of community safety",
      deliveryLead: "Night-time economy officer",
      financeLead: "Accountant, place",
    },
  };
}

/** A bid begun: over its year, short of match, and with match that stands in another bid too. */
export function guardiansContent(today: string): Partial<BidContent> {
  const year = financialYearOf(today) + 1;
  return {
    costs: {
      costs: [
        { financialYear: year, revenuePence: 28_000_00, capitalPence: null },
        { financialYear: year + 1, revenuePence: 6_000_00, capitalPence: null },
      ],
    },
    match: {
      match: [{ source: BUSES, description: null, form: "cash", standing: "pledged", amountPence: 1_000_00 }],
    },
  };
}

/** What a submitted bid said. */
export function outreachContent(today: string): Partial<BidContent> {
  const year = financialYearOf(today) + 1;
  return {
    organisations: {
      organisations: [
        { name: YOUTH_TRUST, part: "delivery", contribution: "Employs the detached youth worker" },
      ],
    },
    costs: { costs: [{ financialYear: year, revenuePence: 24_000_00, capitalPence: null }] },
    outcomes: {
      outcomes: [
        {
          measure: "Young people in regular contact",
          unit: "people",
          baselineValue: 0,
          targetValue: 60,
          targetOn: `${year}-09`,
        },
      ],
    },
  };
}

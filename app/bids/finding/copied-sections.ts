import type { BidContent, SectionName } from "../content/content.ts";
import { SECTIONS } from "../content/sections.ts";

type Copied = {
  [Section in SectionName]?: { what: string; of: (content: BidContent) => BidContent[Section] };
};

/** The sections that go into a copy of a bid, and how: the one list of them. Costs belong to the years of their round. */
const COPIED: Copied = {
  organisations: { what: SECTIONS.organisations.title, of: ({ organisations }) => organisations },
  area: { what: SECTIONS.area.title, of: ({ area }) => area },
  need: { what: SECTIONS.need.title, of: ({ need }) => need },
  match: {
    what: "Match funding, all of it as pledged: nobody has confirmed it for the new bid",
    of: ({ match }) => ({ match: match.match.map((item) => ({ ...item, standing: "pledged" })) }),
  },
  outcomes: {
    what: "Outcomes promised, without the dates of their targets",
    of: ({ outcomes }) => ({ outcomes: outcomes.outcomes.map((one) => ({ ...one, targetOn: null })) }),
  },
  risks: { what: SECTIONS.risks.title, of: ({ risks }) => risks },
  exit_plan: { what: SECTIONS.exit_plan.title, of: ({ exit_plan }) => exit_plan },
  people: { what: SECTIONS.people.title, of: ({ people }) => people },
};

/** What the page of a copy says of the sections that it takes. */
export const COPIED_SECTIONS: readonly string[] = Object.values(COPIED).map(({ what }) => what);

/** The sections of a copy; one that says nothing in the bid that is copied is not begun in the copy. */
export function copiedSections(content: BidContent): Partial<BidContent> {
  const sections = Object.entries(COPIED).map(([section, { of }]) => [section, of(content)] as const);
  return Object.fromEntries(sections.filter(([, value]) => saysSomething(value)));
}

function saysSomething(value: object): boolean {
  return Object.values(value).some((answer) => (Array.isArray(answer) ? answer.length > 0 : answer !== null));
}

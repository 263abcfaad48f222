import type { Page } from "@playwright/test";
import { linksIn } from "./links.ts";
import { ADMINISTRATOR, FINANCE, MANAGER, OFFICER, READER } from "./people.ts";

type PageKind = {
  name: string;
  /** Where to start; then the links to follow from there, by their names. */
  at: string;
  follow?: (string | RegExp)[];
};

/** Each kind of page that there is, once, with somebody who may open it. The demo as it was filled has them all. */
export const PAGE_KINDS: Record<string, PageKind[]> = {
  nobody: [
    { name: "sign in", at: "/sign-in" },
    { name: "link that does not work", at: "/choose-password/no-such-link" },
    { name: "accessibility statement", at: "/accessibility" },
    { name: "cookies", at: "/cookies" },
    { name: "privacy", at: "/privacy" },
  ],
  [OFFICER]: [
    { name: "home", at: "/" },
    { name: "account", at: "/account" },
    { name: "bids", at: "/bids" },
    { name: "new bid", at: "/bids/new" },
    { name: "draft of a bid", at: "/bids", follow: ["Doorbell cameras for people burgled twice"] },
    {
      name: "change a draft",
      at: "/bids",
      follow: ["Doorbell cameras for people burgled twice", "Change draft"],
    },
    {
      name: "source of a figure",
      at: "/bids",
      follow: ["Taxi marshals at the station", /^say which figure/],
    },
    { name: "check answers", at: "/bids", follow: ["Town centre guardians: a third year", /^Check answers/] },
    { name: "withdraw a bid", at: "/bids", follow: ["Youth outreach in the parks", "Withdraw"] },
    {
      name: "new priority area",
      at: "/partnerships",
      follow: [/^Anytown/, /^Add or change priority/, /^Add a/],
    },
    { name: "priority areas", at: "/partnerships", follow: [/^Anytown/, "Add or change priority areas"] },
    {
      name: "promised outcomes",
      at: "/bids",
      follow: ["Doorbell cameras for people burgled twice", "Outcomes promised"],
    },
    { name: "new project", at: "/projects/new" },
    { name: "change a project", at: "/projects", follow: ["Doorstep", "Change project"] },
    { name: "new measure", at: "/measures/new" },
    { name: "change a measure", at: "/outcomes", follow: ["Young people who take part", "Change measure"] },
    { name: "new reading", at: "/outcomes", follow: ["Young people who take part", "Record a reading"] },
    { name: "change a reading", at: "/outcomes", follow: ["Young people who take part", /^Change reading/] },
    { name: "new funder", at: "/funders/new" },
    { name: "new fund", at: "/funds/new" },
    { name: "new round", at: "/rounds/new" },
    { name: "funding calendar", at: "/calendar" },
    { name: "calendar addresses", at: "/calendar/addresses" },
    { name: "change a round", at: "/rounds", follow: ["Young people round", "Change round"] },
    { name: "terms of a round", at: "/rounds", follow: ["Young people round", "Change the terms"] },
    { name: "withdrawal of a round", at: "/rounds", follow: ["Young people round", /^The funder has/] },
    { name: "no bid to a round", at: "/rounds", follow: ["Young people round", /^Record a decision not/] },
  ],
  [MANAGER]: [
    { name: "further filters of bids", at: "/bids?more=yes" },
    { name: "where things stand", at: "/standing" },
    { name: "board", at: "/standing/board" },
    { name: "what waits on whom", at: "/standing/waiting" },
    { name: "the year ahead", at: "/standing/year" },
    { name: "between two days", at: "/standing/between" },
    { name: "use it or lose it", at: "/standing/use-it-or-lose-it" },
    { name: "sign off a bid", at: "/bids", follow: ["Taxi marshals at the station", /^Sign off/] },
    { name: "send back a bid", at: "/bids", follow: ["Taxi marshals at the station", "Send back"] },
    {
      name: "record an award",
      at: "/bids",
      follow: ["Youth outreach in the parks", "Record an award in full"],
    },
    {
      name: "record an unsuccessful bid",
      at: "/bids",
      follow: ["Youth outreach in the parks", /unsuccessful/],
    },
  ],
  [FINANCE]: [
    {
      name: "next version of an award",
      at: "/awards",
      follow: ["Training for bar staff", "Record a change"],
    },
    { name: "award already made", at: "/awards/new" },
    {
      name: "new claim",
      at: "/awards",
      follow: ["Town centre guardians", "All claims and receipts", "New claim"],
    },
    {
      name: "receipt for a claim",
      at: "/awards",
      follow: ["Town centre guardians", "All claims and receipts", "Claim 2", "Record a receipt"],
    },
    {
      name: "spend of an award",
      at: "/awards",
      follow: ["Town centre guardians", "What was spent, by line and period", "Record spend"],
    },
    {
      name: "publish a report",
      at: "/reports/funding-secured/publish",
      follow: [/^Anytown/],
    },
  ],
  [READER]: [
    { name: "bid with a decision", at: "/bids", follow: ["Town centre guardians"] },
    { name: "awards", at: "/awards" },
    { name: "apportioned award", at: "/awards", follow: ["Town centre guardians"] },
    {
      name: "claims on an award",
      at: "/awards",
      follow: ["Town centre guardians", "All claims and receipts"],
    },
    {
      name: "claim",
      at: "/awards",
      follow: ["Town centre guardians", "All claims and receipts", "Claim 2"],
    },
    {
      name: "what was spent of an award",
      at: "/awards",
      follow: ["Town centre guardians", "What was spent, by line and period"],
    },
    { name: "version of an award", at: "/awards", follow: ["Town centre guardians", /^Version 2/] },
    { name: "joint award", at: "/awards", follow: [/joint award to four partnerships/] },
    { name: "award with a source", at: "/awards", follow: [/Grant from the Police and Crime Commissioner/] },
    { name: "projects", at: "/projects" },
    { name: "project", at: "/projects", follow: ["Town centre guardians"] },
    { name: "outcomes", at: "/outcomes" },
    { name: "measure", at: "/outcomes", follow: ["Anti-social behaviour in the town centre"] },
    { name: "measures compared", at: "/outcomes/compare" },
    { name: "reports", at: "/reports" },
    { name: "report by partnership", at: "/reports/funding-secured" },
    { name: "report by theme", at: "/reports/funding-secured?by=theme" },
    { name: "lines of a figure", at: "/reports/funding-secured", follow: ["Not yet apportioned"] },
    { name: "changes between reports", at: "/reports/changes?from-as-at=2024-03-31" },
    { name: "changes of success", at: "/reports/changes?of=success&from-as-at=2024-03-31" },
    { name: "published reports", at: "/published" },
    { name: "rounds not bid for", at: "/rounds/not-bid" },
    { name: "reference data", at: "/reference" },
    { name: "partnerships", at: "/partnerships" },
    { name: "partnership", at: "/partnerships", follow: [/^Southampton/] },
    { name: "county group", at: "/partnerships", follow: [/^Hampshire/] },
    { name: "priority area", at: "/partnerships", follow: [/^Anytown/, /^Prevent burglary/] },
    { name: "themes", at: "/themes" },
    { name: "rounds", at: "/rounds" },
    { name: "round", at: "/rounds", follow: ["Safer neighbourhoods round"] },
    { name: "funders", at: "/funders" },
    { name: "funder", at: "/funders", follow: [/^Home Office/] },
    { name: "fund", at: "/funders", follow: [/^Safer Streets Fund/] },
    { name: "page that is not there", at: "/bids/999999" },
    { name: "page that is not allowed", at: "/people" },
  ],
  [ADMINISTRATOR]: [
    { name: "home of an administrator", at: "/" },
    { name: "people", at: "/people" },
    { name: "new person", at: "/people/new" },
    { name: "person", at: "/people", follow: ["Robin Reader"] },
    { name: "change a person", at: "/people", follow: ["Robin Reader", /^Change name/] },
    { name: "new role", at: "/people", follow: ["Sam Southampton", "Add a role"] },
    { name: "role", at: "/people", follow: ["Sam Southampton", /^Change or remove/] },
    { name: "official list", at: "/partnerships/choose?search=Essex" },
    { name: "new group", at: "/partnerships/new" },
    { name: "new group in an area", at: "/partnerships/new?policeArea=Hampshire" },
    { name: "change a partnership", at: "/partnerships", follow: [/^Anytown/, "Change the partnership"] },
    { name: "change members", at: "/partnerships", follow: [/^Anytown/, "Change its members"] },
    { name: "merge a funder", at: "/funders", follow: [/^Home Office/, /^Merge/] },
    { name: "change a fund", at: "/funders", follow: [/^Safer Streets Fund/, "Change fund"] },
  ],
};

/** Where a page is that somebody comes to by links. The pages on the way are kinds of their own, and only asked for. */
export async function addressOf(page: Page, kind: PageKind): Promise<string> {
  let address = kind.at;
  for (const name of kind.follow ?? []) {
    const html = await (await page.request.get(address)).text();
    const links = linksIn(html.slice(html.indexOf("<main"), html.indexOf("</main>")));
    const link = links.find((one) =>
      typeof name === "string" ? one.name.includes(name) : name.test(one.name),
    );
    if (!link) throw new Error(`${address} has no link ${name} for ${kind.name}`);
    address = link.href.startsWith("?") ? address.replace(/\?.*|$/, link.href) : link.href;
  }
  return address;
}

/** True of a page that runs scripts: any other is the same in every browser. */
export async function runsScripts(page: Page, address: string): Promise<boolean> {
  return (await (await page.request.get(address)).text()).includes("<script");
}

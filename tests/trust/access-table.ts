/**
 * Who may do what at which address. The tests walk through the routes of the built service and hold each to its row; a
 * route without a row, or a row without a route, fails them.
 *
 * The first six are people of the partnership Alder, or of none; "straddler" is an officer of Alder and a reader of
 * Birch, the partnership next door with which Alder has joint records. "stranger" has an account and no role at all.
 */
export const VISITORS = [
  "anonymous",
  "stranger",
  "reader",
  "officer",
  "manager",
  "finance",
  "straddler",
  "administrator",
] as const;
export type Visitor = (typeof VISITORS)[number];

/** Of the one person in the made register who has one: the officer. */
export const PASSWORD = "correct horse battery";

const EVERYBODY = VISITORS;
const SIGNED_IN = VISITORS.filter((visitor) => visitor !== "anonymous");
const MEMBERS = ["reader", "officer", "manager", "finance", "straddler"] as const;
/** Shared facts: names of partnerships and their priority areas, funders, funds, rounds, themes. */
const REFERENCE = [...MEMBERS, "administrator"] as const;
const WRITERS = ["officer", "manager", "straddler"] as const;
const FUND_WRITERS = [...WRITERS, "administrator"] as const;
const DECIDERS = ["manager", "finance"] as const;
const DRAFTERS = ["officer", "manager", "finance", "straddler"] as const;
const ADMINISTRATORS = ["administrator"] as const;

/**
 * What the number in an address is of. `seen` by its partnerships: for everybody else it is as if it did not exist;
 * `seen` by all: whoever may open the page sees the record of any partnership. `written` by its partnerships: by the
 * people of its lead, or of any partner where no lead is recorded; by all: by whoever may open the page.
 */
export const RECORDS = {
  project: { seen: "its partnerships", written: "its partnerships" },
  measure: { seen: "its partnerships", written: "its partnerships" },
  reading: { seen: "its partnerships", written: "its partnerships" },
  "draft bid": { seen: "its partnerships", written: "its partnerships" },
  "bid to sign off": { seen: "its partnerships", written: "its partnerships" },
  "bid in the chain": { seen: "its partnerships", written: "its partnerships" },
  "submitted bid": { seen: "its partnerships", written: "its partnerships" },
  award: { seen: "its partnerships", written: "its partnerships" },
  "award with a draft": { seen: "its partnerships", written: "its partnerships" },
  "published report": { seen: "its partnerships", written: "its partnerships" },
  "public report": { seen: "all", written: "all" },
  partnership: { seen: "all", written: "its partnerships" },
  priority: { seen: "all", written: "its partnerships" },
  funder: { seen: "all", written: "all" },
  fund: { seen: "all", written: "all" },
  round: { seen: "all", written: "all" },
  person: { seen: "all", written: "all" },
  role: { seen: "all", written: "all" },
  "first link": { seen: "all", written: "all" },
  "password link": { seen: "all", written: "all" },
} as const satisfies Record<
  string,
  { seen: "its partnerships" | "all"; written: "its partnerships" | "all" }
>;
export type RecordKind = keyof typeof RECORDS;

export type Row = {
  path: string;
  /** Who may open it. */
  load: readonly Visitor[];
  /** True where opening it already takes the right to write the record. */
  toWrite?: boolean;
  /** Who may send to it; left out, nobody can: it takes no form. */
  post?: readonly Visitor[];
  record?: RecordKind;
  /** Other parts of the address. */
  with?: Record<string, string>;
  /** What an allowed opening answers, where that is not 200. */
  opens?: readonly number[];
  /** What an allowed and complete form answers, where that is not 303. */
  sends?: readonly number[];
  /** The filters with which the page shows its form, where it does not at once. */
  formAt?: string;
  /** Answers that the form must hold, besides what the page itself puts there. */
  fields?: Record<string, string>;
};

export const ROUTES: readonly Row[] = [
  { path: "/", load: SIGNED_IN },
  { path: "/reference", load: REFERENCE },
  {
    path: "/*",
    load: EVERYBODY,
    post: EVERYBODY,
    with: { "*": "nowhere/at/all" },
    opens: [404],
    sends: [404],
  },

  { path: "/accessibility", load: EVERYBODY },
  { path: "/cookies", load: EVERYBODY },
  { path: "/privacy", load: EVERYBODY },

  // Who is signed in already is sent on to where they were going.
  {
    path: "/sign-in",
    load: EVERYBODY,
    post: EVERYBODY,
    opens: [200, 303],
    fields: { email: "ola.officer@example.org", password: PASSWORD },
  },
  { path: "/sign-out", load: EVERYBODY, post: EVERYBODY, opens: [303] },
  { path: "/demo-sign-in", load: EVERYBODY, post: EVERYBODY, opens: [404], sends: [404] },
  // There is an administrator already, so nobody becomes the first one.
  {
    path: "/first-administrator/:token",
    load: EVERYBODY,
    post: EVERYBODY,
    record: "first link",
    sends: [404],
  },
  { path: "/choose-password/:token", load: EVERYBODY, post: EVERYBODY, record: "password link" },
  { path: "/account", load: SIGNED_IN },
  // Only the officer of the made register has a password to give.
  { path: "/account/password", load: SIGNED_IN, post: SIGNED_IN, sends: [303, 422] },
  { path: "/people", load: ADMINISTRATORS },
  { path: "/people/new", load: ADMINISTRATORS, post: ADMINISTRATORS, sends: [200] },
  { path: "/people/:id", load: ADMINISTRATORS, post: ADMINISTRATORS, record: "person", sends: [200] },
  { path: "/people/:id/edit", load: ADMINISTRATORS, post: ADMINISTRATORS, record: "person" },
  { path: "/people/:id/roles/new", load: ADMINISTRATORS, post: ADMINISTRATORS, record: "person" },
  { path: "/people/:id/roles/:partnershipId", load: ADMINISTRATORS, post: ADMINISTRATORS, record: "role" },

  { path: "/partnerships", load: REFERENCE },
  { path: "/partnerships/choose", load: ADMINISTRATORS, post: ADMINISTRATORS, formAt: "?search=Norwich" },
  { path: "/partnerships/new", load: ADMINISTRATORS, post: ADMINISTRATORS, formAt: "?policeArea=" },
  { path: "/partnerships/:id", load: REFERENCE, record: "partnership" },
  { path: "/partnerships/:id/edit", load: ADMINISTRATORS, post: ADMINISTRATORS, record: "partnership" },
  { path: "/partnerships/:id/members", load: ADMINISTRATORS, post: ADMINISTRATORS, record: "partnership" },
  { path: "/partnerships/:id/priorities", load: REFERENCE, record: "partnership" },
  {
    path: "/partnerships/:id/priorities/new",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "partnership",
  },
  { path: "/priorities/:id", load: REFERENCE, record: "priority" },
  { path: "/priorities/:id/edit", load: WRITERS, toWrite: true, post: WRITERS, record: "priority" },
  { path: "/themes", load: REFERENCE },

  { path: "/projects", load: MEMBERS },
  { path: "/projects/new", load: WRITERS, post: WRITERS },
  { path: "/projects/:id", load: MEMBERS, record: "project" },
  { path: "/projects/:id/edit", load: WRITERS, toWrite: true, post: WRITERS, record: "project" },
  { path: "/outcomes", load: MEMBERS },
  { path: "/outcomes/compare", load: MEMBERS },
  { path: "/measures/new", load: WRITERS, post: WRITERS },
  { path: "/measures/:id", load: MEMBERS, record: "measure" },
  { path: "/measures/:id/edit", load: WRITERS, toWrite: true, post: WRITERS, record: "measure" },
  { path: "/measures/:id/readings/new", load: WRITERS, toWrite: true, post: WRITERS, record: "measure" },
  {
    path: "/measures/:id/readings/:readingId/edit",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "reading",
  },

  { path: "/funders", load: REFERENCE },
  { path: "/funders/new", load: FUND_WRITERS, post: FUND_WRITERS },
  { path: "/funders/:id", load: REFERENCE, record: "funder" },
  { path: "/funders/:id/edit", load: FUND_WRITERS, post: FUND_WRITERS, record: "funder" },
  { path: "/funders/:id/merge", load: ADMINISTRATORS, post: ADMINISTRATORS, record: "funder" },
  { path: "/funds/new", load: FUND_WRITERS, post: FUND_WRITERS },
  { path: "/funds/:id", load: REFERENCE, record: "fund" },
  { path: "/funds/:id/edit", load: FUND_WRITERS, post: FUND_WRITERS, record: "fund" },
  { path: "/funds/:id/merge", load: ADMINISTRATORS, post: ADMINISTRATORS, record: "fund" },
  { path: "/rounds", load: REFERENCE },
  { path: "/rounds/new", load: FUND_WRITERS, post: FUND_WRITERS },
  { path: "/rounds/:id", load: REFERENCE, record: "round" },
  { path: "/rounds/:id/edit", load: FUND_WRITERS, post: FUND_WRITERS, record: "round" },
  {
    path: "/rounds/:id/terms",
    load: FUND_WRITERS,
    post: FUND_WRITERS,
    record: "round",
    fields: { "years.0.year": "2026 to 2027", "years.1.year": "2027 to 2028" },
  },
  { path: "/rounds/:id/withdraw", load: FUND_WRITERS, post: FUND_WRITERS, record: "round" },
  { path: "/rounds/:id/not-bidding", load: WRITERS, post: WRITERS, record: "round" },
  { path: "/rounds/not-bid", load: MEMBERS },

  { path: "/bids", load: MEMBERS },
  { path: "/bids/new", load: WRITERS, post: WRITERS },
  { path: "/bids/:id", load: MEMBERS, record: "draft bid" },
  { path: "/bids/:id/edit", load: WRITERS, toWrite: true, post: WRITERS, record: "draft bid" },
  { path: "/bids/:id/check", load: WRITERS, toWrite: true, post: WRITERS, record: "draft bid" },
  {
    path: "/bids/:id/act/:action",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "draft bid",
    with: { action: "withdraw" },
  },
  {
    path: "/bids/:id/act/:action",
    load: DECIDERS,
    toWrite: true,
    post: DECIDERS,
    record: "bid to sign off",
    with: { action: "sign_off" },
  },
  {
    path: "/bids/:id/act/:action",
    load: DECIDERS,
    toWrite: true,
    post: DECIDERS,
    record: "submitted bid",
    with: { action: "refuse" },
  },

  { path: "/bids/:id/sign-off", load: MEMBERS, record: "draft bid" },
  {
    path: "/bids/:id/sign",
    load: DECIDERS,
    toWrite: true,
    post: DECIDERS,
    record: "bid in the chain",
  },
  {
    path: "/partnerships/:id/sign-off",
    load: ["manager"],
    toWrite: true,
    post: ["manager"],
    record: "partnership",
    fields: { intent: "add-step", title: "Leader of the council" },
  },

  {
    path: "/bids/:id/decision",
    load: DECIDERS,
    toWrite: true,
    post: DECIDERS,
    record: "submitted bid",
    fields: { outcome: "full", amountPence: "" },
  },

  { path: "/awards", load: MEMBERS },
  {
    path: "/awards/new",
    load: DECIDERS,
    post: DECIDERS,
    fields: { leadId: "", funderId: "", roundId: "" },
  },
  { path: "/awards/:id", load: MEMBERS, record: "award" },
  { path: "/awards/:id/versions/:number", load: MEMBERS, record: "award" },
  { path: "/awards/:id/next-version", load: DRAFTERS, toWrite: true, post: DRAFTERS, record: "award" },
  {
    path: "/awards/:id/next-version",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award with a draft",
  },
  { path: "/awards/:id/lines", load: DRAFTERS, toWrite: true, post: DRAFTERS, record: "award with a draft" },
  {
    path: "/awards/:id/seal",
    load: DRAFTERS,
    toWrite: true,
    post: DECIDERS,
    record: "award with a draft",
    fields: { intent: "seal" },
  },
  {
    path: "/awards/:id/seal",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award with a draft",
    fields: { intent: "discard" },
  },

  { path: "/reports", load: MEMBERS },
  { path: "/reports/funding-secured", load: MEMBERS },
  { path: "/reports/funding-secured.csv", load: MEMBERS },
  { path: "/reports/funding-secured/lines", load: MEMBERS },
  {
    path: "/reports/funding-secured/publish",
    load: DECIDERS,
    post: DECIDERS,
    formAt: "?partnership=1",
    fields: { title: "Funding secured", readers: "anybody" },
  },
  { path: "/reports/changes", load: MEMBERS },
  { path: "/published", load: MEMBERS },
  { path: "/published/:id", load: MEMBERS, record: "published report" },
  {
    path: "/published/:id/withdraw",
    load: DECIDERS,
    toWrite: true,
    post: DECIDERS,
    record: "published report",
  },
  { path: "/published/:id/:file", load: MEMBERS, record: "published report", with: { file: "report.csv" } },
  { path: "/public/:name", load: EVERYBODY, record: "public report" },
  { path: "/public/:name/:file", load: EVERYBODY, record: "public report", with: { file: "report.csv" } },
];

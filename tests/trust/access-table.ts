import {
  ADMINISTRATORS,
  DECIDERS,
  DRAFTERS,
  EVERYBODY,
  FUND_WRITERS,
  MEMBERS,
  PASSWORD,
  REFERENCE,
  type Row,
  SIGNED_IN,
  WRITERS,
} from "./access-kinds.ts";
import { ROUTES_OF_AGREEMENTS } from "./access-of-agreements.ts";
import { ROUTES_OF_ATTACHMENTS } from "./access-of-attachments.ts";
import { ROUTES_OF_BID_CONTENT } from "./access-of-bid-content.ts";
import { ROUTES_OF_CLAIMS } from "./access-of-claims.ts";
import { ROUTES_OF_EXPORTS } from "./access-of-exports.ts";
import { ROUTES_OF_MANAGERS_VIEW } from "./access-of-managers-view.ts";
import { ROUTES_OF_OUTCOMES } from "./access-of-outcomes.ts";
import { ROUTES_OF_PASSING_ON } from "./access-of-passing-on.ts";
import { ROUTES_OF_RECONCILING } from "./access-of-reconciling.ts";
import { ROUTES_OF_REPORTS } from "./access-of-reports.ts";
import { ROUTES_OF_STANDING } from "./access-of-standing.ts";
import { ROUTES_OF_SUBMISSIONS } from "./access-of-submissions.ts";
import { ROUTES_OF_TEAMS } from "./access-of-teams.ts";

/**
 * Who may do what at which address. The tests walk through the routes of the built service and hold each to its row; a
 * route without a row, or a row without a route, fails them.
 */
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
  { path: "/account/data.json", load: SIGNED_IN },
  {
    path: "/account/tokens",
    load: MEMBERS,
    post: MEMBERS,
    sends: [200],
    fields: { name: "A workbook", days: "30", revoke: "" },
  },
  { path: "/people", load: ADMINISTRATORS },
  { path: "/people/new", load: ADMINISTRATORS, post: ADMINISTRATORS, sends: [200] },
  { path: "/people/:id", load: ADMINISTRATORS, post: ADMINISTRATORS, record: "person", sends: [200] },
  { path: "/people/:id/data.json", load: ADMINISTRATORS, record: "person" },
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
  ...ROUTES_OF_OUTCOMES,
  { path: "/outcomes", load: MEMBERS },
  { path: "/outcomes/compare", load: MEMBERS },
  { path: "/measures/new", load: WRITERS, post: WRITERS, fields: { partOfId: "", costCaveat: "" } },
  { path: "/measures/:id", load: MEMBERS, record: "measure" },
  {
    path: "/measures/:id/edit",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "measure",
    fields: { partOfId: "", costCaveat: "" },
  },
  { path: "/measures/:id/readings/new", load: WRITERS, toWrite: true, post: WRITERS, record: "measure" },
  {
    path: "/measures/:id/readings/:readingId/edit",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "reading",
    // Words that the dates, filled in plainly, do not contradict.
    fields: { period: "Counted then" },
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
  {
    path: "/rounds/:id/withdraw",
    load: FUND_WRITERS,
    post: FUND_WRITERS,
    record: "round",
    fields: { "withdrawnOn-day": "3", "withdrawnOn-month": "5", "withdrawnOn-year": "2026" },
  },
  { path: "/rounds/:id/not-bidding", load: WRITERS, post: WRITERS, record: "round" },
  { path: "/rounds/not-bid", load: MEMBERS },
  {
    path: "/rounds/not-bid/:id/take-back",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "decision not to bid",
    fields: { reason: "A partner found the match" },
  },

  { path: "/calendar", load: REFERENCE },
  {
    path: "/calendar/addresses",
    load: SIGNED_IN,
    post: SIGNED_IN,
    fields: { intent: "make" },
    sends: [200],
  },
  { path: "/calendar/deadlines/:file", load: EVERYBODY, record: "calendar address" },

  ...ROUTES_OF_BID_CONTENT,
  { path: "/bids", load: MEMBERS },
  { path: "/bids/new", load: WRITERS, post: WRITERS },
  { path: "/bids/new/typed", load: WRITERS, post: WRITERS, opens: [303], sends: [204] },
  // Which bids are ticked is in the address; without one the form is refused.
  { path: "/bids/bulk", load: WRITERS, post: WRITERS, sends: [422] },
  { path: "/bids/views", load: MEMBERS, post: MEMBERS },
  { path: "/bids/views/new", load: MEMBERS, post: MEMBERS, fields: { partnershipId: "" } },
  { path: "/bids/:id", load: MEMBERS, record: "draft bid" },
  { path: "/bids/:id/copy", load: WRITERS, post: WRITERS, record: "bid to copy" },
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

  ...ROUTES_OF_SUBMISSIONS,
  ...ROUTES_OF_TEAMS,
  { path: "/bids/:id/sign-off", load: MEMBERS, record: "draft bid" },
  {
    path: "/bids/:id/sign",
    load: DECIDERS,
    toWrite: true,
    post: DECIDERS,
    record: "bid in the chain",
    doneAlready: "You have signed this bid already",
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
  {
    path: "/awards/:id/next-version",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award",
    // It names another award, or none.
    fields: { outOf: "" },
  },
  {
    path: "/awards/:id/next-version",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award with a draft",
    fields: { outOf: "" },
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

  ...ROUTES_OF_AGREEMENTS,
  ...ROUTES_OF_STANDING,
  ...ROUTES_OF_ATTACHMENTS,
  ...ROUTES_OF_MANAGERS_VIEW,
  ...ROUTES_OF_REPORTS,
  ...ROUTES_OF_RECONCILING,
  ...ROUTES_OF_CLAIMS,
  ...ROUTES_OF_PASSING_ON,
  ...ROUTES_OF_EXPORTS,
];

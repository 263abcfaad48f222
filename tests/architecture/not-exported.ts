import type { DatasetName } from "#app/exports/export.ts";

/** Pages that lead to their file by a component, or whose rows stand among those of the file of all records of the kind. */
export const EXPORTED_BESIDE: Record<string, DatasetName> = {
  "reports/funding-secured.page.tsx": "funding-secured",
  "tasks/your-tasks.page.tsx": "tasks",
  "partnerships/members.page.tsx": "members",
  "priorities/priority.page.tsx": "priorities",
  "funds/funder.page.tsx": "funds",
  "funds/fund.page.tsx": "rounds",
  "funds/round.page.tsx": "not-bid",
  "outcomes/measure.page.tsx": "outcomes",
  "outcomes/compare.page.tsx": "outcomes",
  "awards/award.page.tsx": "lines",
  "awards/onward/onward-grant.page.tsx": "onward-grants",
  "claims/claim.page.tsx": "claims",
  "imports/reconcile/accept-difference.page.tsx": "reconciliation",
  "accounts/person.page.tsx": "people",
};

/** Pages that list something of which there is no file, and why not. */
export const NOT_EXPORTED: readonly { reason: string; pages: readonly string[] }[] = [
  {
    reason: "The beginnings of several lists: each leads to its own page, which has a file.",
    pages: ["home/home.page.tsx", "reports/reports.page.tsx", "exports/exports.page.tsx"],
  },
  {
    reason: "Files that are being made at this moment, and over in the next: no records.",
    pages: ["exports/busy.page.tsx"],
  },
  {
    reason:
      "A form: what it shows is chosen, checked or confirmed on the way to a record, whose list has a file.",
    pages: [
      "outcomes/new-reading.page.tsx",
      "outcomes/edit-reading.page.tsx",
      "funds/not-bidding/not-bidding.page.tsx",
      "bids/new-bid.page.tsx",
      "bids/edit-bid.page.tsx",
      "bids/bulk/bulk.page.tsx",
      "bids/finding/copy-bid.page.tsx",
      "bids/check-bid.page.tsx",
      "bids/act-on-bid.page.tsx",
      "bids/resubmission/resubmit.page.tsx",
      "bids/umbrella/items.page.tsx",
      "bids/sign-off/sign.page.tsx",
      "tasks/hand-over/hand-over.page.tsx",
      "awards/lines.page.tsx",
      "awards/seal.page.tsx",
      "awards/returns/submit-return.page.tsx",
      "awards/onward/act-on-onward-grant.page.tsx",
      "claims/new-claim.page.tsx",
      "claims/edit-claim.page.tsx",
      "claims/closure/close.page.tsx",
      "imports/reconcile/choose-columns.page.tsx",
      "reports/published/publish.page.tsx",
    ],
  },
  {
    reason:
      "One bid’s own paper, which is printed whole; what bids ask for is in the file of bids, and open tasks in theirs.",
    pages: [
      "bids/bid.page.tsx",
      "bids/costs/costs.page.tsx",
      "bids/match/match.page.tsx",
      "bids/promised/promised-outcomes.page.tsx",
      "bids/promised/risks.page.tsx",
      "bids/submission/submission.page.tsx",
      "bids/sign-off/sign-off.page.tsx",
      "bids/notes/notes.page.tsx",
      "tasks/of-bid/tasks.page.tsx",
    ],
  },
  {
    reason:
      "One award’s own paper, which is printed whole; the lines, claims, spend, open tasks and onward grants of all awards have files.",
    pages: [
      "awards/version.page.tsx",
      "awards/agreements/agreements.page.tsx",
      "awards/chain/chain.page.tsx",
      "awards/returns/return.page.tsx",
      "awards/notes/notes.page.tsx",
      "tasks/of-award/tasks.page.tsx",
    ],
  },
  {
    reason: "One project’s own paper; projects, outcomes and the money for them have files.",
    pages: ["projects/project.page.tsx"],
  },
  {
    reason: "The way of one pound, from record to record; where such ways break is a list with a file.",
    pages: ["outcomes/trail/trail.page.tsx"],
  },
  {
    reason: "Handed out with files of its own, which stay byte for byte as they were.",
    pages: ["reports/published/published-report.page.tsx", "reports/published/public-report.page.tsx"],
  },
  {
    reason: "What somebody set up for themselves or for signing: no record of money, and in the audit log.",
    pages: [
      "accounts/account.page.tsx",
      "exports/tokens.page.tsx",
      "calendar/addresses.page.tsx",
      "bids/saved-views/saved-views.page.tsx",
      "bids/sign-off/chain.page.tsx",
    ],
  },
  {
    reason: "The same in every register: published elsewhere, or words of the service itself.",
    pages: [
      "partnerships/choose-partnership.page.tsx",
      "priorities/themes.page.tsx",
      "about/cookies.page.tsx",
      "accounts/sign-in.page.tsx",
    ],
  },
];

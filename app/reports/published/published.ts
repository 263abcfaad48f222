import type { IsoDay } from "#app/core/calendar-date.ts";

/** Which report was published, and the address of the same report out of the register of today. */
export const PUBLISHED_KINDS = {
  funding_secured: "/reports/funding-secured",
  two_groupings: "/reports/funding-secured",
  yearly: "/reports/yearly",
  success: "/reports/success",
  outcomes_money: "/reports/outcomes-against-money",
  award_status: "/reports/award-status",
  onward_grants: "/reports/transparency",
  commissioner_grants: "/reports/transparency",
} as const;
export type PublishedKind = keyof typeof PUBLISHED_KINDS;

/** What a total is of where it is not of what is secured. */
export const TOTAL_NAMES: Partial<Record<PublishedKind, string>> = {
  success: "awarded to bids that were won",
  award_status: "awarded, money inside other awards in both",
  onward_grants: "granted on",
  commissioner_grants: "awarded by commissioners",
};

/** A published report in a list. */
export type PublishedItem = {
  id: number;
  report: PublishedKind;
  /** Of a yearly report; null of any other. */
  financialYear: number | null;
  title: string;
  partnershipId: number;
  partnership: string;
  committee: string | null;
  meetingOn: IsoDay | null;
  asAt: IsoDay;
  knownAt: IsoDay;
  totalPence: number;
  /** An instant. */
  publishedAt: string;
  isWithdrawn: boolean;
};

export type Withdrawal = { at: string; by: string | null; reason: string };

/** A published report with all that was handed out. */
export type Published = Omit<PublishedItem, "isWithdrawn"> & {
  introduction: string | null;
  groupedBy: string;
  /** What stood behind the question mark of its address; null of those from before it was kept. */
  asked: string | null;
  /** The number of the last audit entry that it takes in. */
  position: number;
  bodyHtml: string;
  fingerprint: string;
  /** The name of whoever published it; null for the operator of the register. */
  publishedBy: string | null;
  publicName: string | null;
  withdrawal: Withdrawal | null;
};

/** The files of a published report, by the last part of their address. */
export const PUBLISHED_FILES = {
  "report.html": { column: "file_html", type: "text/html; charset=utf-8" },
  "report.csv": { column: "file_csv", type: "text/csv; charset=utf-8" },
  "report.docx": {
    column: "file_docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
} as const;
export type PublishedFileName = keyof typeof PUBLISHED_FILES;

/** The files that a kind of report has, in the order in which the fingerprint takes them in, each with its words. */
export function filesOfKind(report: PublishedKind): { name: PublishedFileName; words: string }[] {
  const page = { name: "report.html", words: "Download the report as a document (HTML)" } as const;
  if (report !== "yearly") return [page, { name: "report.csv", words: "Download its table (CSV)" }];
  return [
    page,
    { name: "report.csv", words: "Download its money by financial year (CSV)" },
    { name: "report.docx", words: "Download the report as a Word document (DOCX)" },
  ];
}

/** True for the last part of the address of a file. */
export function isPublishedFile(name: string | undefined): name is PublishedFileName {
  return name !== undefined && Object.hasOwn(PUBLISHED_FILES, name);
}

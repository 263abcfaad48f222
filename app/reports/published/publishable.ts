import type { ReactElement } from "react";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { JudgedBid, SuccessGrouping } from "../success/success.ts";
import type { PublishedKind } from "./published.ts";
import type { PublishedWords } from "./published-document.tsx";

/** What of a report's figures no position in the ledger holds, kept so that they can be worked out again. */
export type Pinned = {
  /** The awards whose amounts its total is made of; none where its amounts are in no ledger. */
  awardIds: number[];
  /** The column of its table that comes to its total; left out where the figures are made of what is below. */
  sumOf?: string;
  /** Columns that stand beside what the ledger holds, by their headings, with what each comes to: pence. */
  beside?: [heading: string, pence: number][];
  /** The bids that its rates and sums are made of, with the names of its rows. */
  success?: { by: SuccessGrouping; bids: JudgedBid[]; names: [key: number | string, name: string][] };
};

/** A report of one partnership at a moment, as it would be handed out. */
export type Publishable = {
  kind: PublishedKind;
  partnershipId: number;
  /** Of a yearly report; null of any other. */
  financialYear: number | null;
  groupedBy: string;
  moment: { asAt: IsoDay; knownAt: IsoDay; position: number };
  title: string;
  /** What is kept of it: without links, and without anything that may change. */
  body: ReactElement;
  csv: string;
  /** Pence. */
  totalPence: number;
  /** Makes the document that can be edited; null where the report has none. */
  docx: ((words: PublishedWords, made: { by: string; at: string }) => Promise<Uint8Array>) | null;
  /** Null where the ledger holds all of its figures. */
  pinned: Pinned | null;
};

/** A kind of report that can be published. */
export type ReportToPublish = {
  name: string;
  /** The page on which it is chosen. */
  at: string;
  /**
   * The report that an address asks for. @param position what was known when it was shown; null is now.
   * @returns null where the address cannot be read or says not whose report it is.
   * @throws NotFoundError for a partnership outside the scope.
   */
  make(context: Context, asked: URLSearchParams, position: number | null): Promise<Publishable | null>;
};

import { randomUUID } from "node:crypto";
import { ukDayOf } from "#app/core/calendar-date.ts";
import { startSession } from "#app/platform/session.server.ts";
import type { Database } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import type { Fields } from "./server-process.ts";

/** Who works in the register, and with what: two partnerships, a manager of the lead, an open round. */
export type Workplace = { lead: number; partner: number; roundId: number; managerId: number; cookie: string };

export async function makeWorkplace(db: Database): Promise<Workplace> {
  const lead = await make.createPartnership(db);
  const partner = await make.createPartnership(db);
  const roundId = await make.createRound(db, await make.createFund(db, await make.createFunder(db)));
  const manager = await make.createPerson(db, { [lead]: "manager" });
  return { lead, partner, roundId, managerId: manager.id, cookie: await cookieOf(db, manager.id) };
}

/** Signs a person in, past the password. */
export async function cookieOf(db: Database, personId: number): Promise<string> {
  const now = new Date().toISOString();
  return `session=${await db.write((trx) => startSession(trx, personId, now))}`;
}

/** One form of the product, as its page would send it. */
export type FormToSend = { path: string; fields: Fields };

const key = () => ({ "form-key": randomUUID() });

/** The forms of one joint award, from the bid to the sealed split; each is told where the one before led. */
export function bidForm({ lead, partner, roundId }: Workplace, title: string): FormToSend {
  return {
    path: "/bids/new",
    fields: {
      ...key(),
      roundId: String(roundId),
      title,
      purpose: "Lighting on the way home",
      requestedPence: "10,000.01",
      leadPartnershipId: String(lead),
      "partnerIds[]": [String(partner)],
      // Titles here are alike, and each is of a bid of its own.
      sameBid: "no",
      intent: "save",
    },
  };
}

export function submitForm(bidId: number): FormToSend {
  return { path: `/bids/${bidId}/check`, fields: { ...key(), version: "1", intent: "submit" } };
}

export function decisionForm(bidId: number): FormToSend {
  const [year = "", month = "", day = ""] = ukDayOf(new Date().toISOString()).split("-");
  return {
    path: `/bids/${bidId}/decision`,
    fields: {
      ...key(),
      version: "2",
      outcome: "full",
      "decidedOn-day": day,
      "decidedOn-month": month,
      "decidedOn-year": year,
      reason: "The award letter",
    },
  };
}

export function splitForm(awardId: number): FormToSend {
  const fields = { ...key(), kind: "apportionment", reason: "Agreed at the board" };
  return { path: `/awards/${awardId}/next-version`, fields };
}

export function linesForm(awardId: number, { lead, partner }: Workplace, version: number): FormToSend {
  return {
    path: `/awards/${awardId}/lines`,
    fields: {
      ...key(),
      version: String(version),
      "lines.0.partnershipId": String(lead),
      "lines.0.amountPence": "3,333.34",
      "lines.1.partnershipId": String(partner),
      "lines.1.amountPence": "6,666.67",
      intent: "continue",
    },
  };
}

export function sealForm(awardId: number, version: number): FormToSend {
  return { path: `/awards/${awardId}/seal`, fields: { ...key(), version: String(version), intent: "seal" } };
}

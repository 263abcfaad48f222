import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { verifyClaims } from "#app/claims/index.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { type PageForm, pageForms } from "./page-forms.ts";
import { problemsIn, tableOf, textOf } from "./story-text.ts";

const register = useDatabase();
const GROUPINGS = ["partnership", "funder", "fund", "priority", "theme", "project", "year", "stream"];

type Person = { id: number };
type Answers = Record<string, string | string[]>;

let server: RunningServer;
let clock = "2023-10-20T09:00:00.000Z";
let partnerships: number[];
let officer: Person;
let finance: Person;
const cookies = new Map<string, string>();

beforeAll(async () => {
  const { db } = register;
  server = await startServer({ database: db, now: () => clock });
  partnerships = [];
  for (let count = 0; count < 4; count += 1) partnerships.push(await make.createPartnership(db));
  const everywhere = (role: "officer" | "finance") =>
    Object.fromEntries(partnerships.map((id) => [id, role]));
  officer = await make.createPerson(db, everywhere("officer"));
  finance = await make.createPerson(db, everywhere("finance"));
});
afterAll(() => server?.close());

/** A person signs in anew on each day of the story. */
async function cookieOf({ id }: Person): Promise<string> {
  const key = `${id} ${clock}`;
  const token = cookies.get(key) ?? (await register.db.write((trx) => startSession(trx, id, clock)));
  cookies.set(key, token);
  return `session=${token}`;
}

async function open(who: Person, path: string, status = 200): Promise<string> {
  const answer = await server.fetch(path, { headers: { cookie: await cookieOf(who) } });
  expect(answer.status, path).toBe(status);
  return answer.text();
}

/** What a form holds as it is shown, with what is answered; the button is what stands last. */
function filled(form: PageForm, answers: Answers): URLSearchParams {
  const fields = new URLSearchParams();
  for (const { name, type, value, checked } of form.fields) {
    if (name in answers || type === "submit") continue;
    if ((type === "radio" || type === "checkbox") && !checked) continue;
    fields.append(name, value);
  }
  for (const [name, given] of Object.entries(answers)) {
    for (const value of [given].flat()) fields.append(name, value);
  }
  return fields;
}

/** Opens a page, answers its form and sends it. */
async function send(who: Person, path: string, answers: Answers) {
  const page = await open(who, path);
  const [address = path] = path.split("?");
  const form = pageForms(page).find(
    ({ method, action, fields }) =>
      method === "post" &&
      (action === null || action.split("?")[0] === address) &&
      (!("intent" in answers) ||
        fields.some(({ name, value }) => name === "intent" && value === answers.intent)),
  );
  if (!form) throw new Error(`No form on ${path}`);
  return server.post(address, filled(form, answers), { cookie: await cookieOf(who) });
}

/** Sends a form that is taken. @returns where it leads */
async function done(who: Person, path: string, answers: Answers): Promise<string> {
  const answer = await send(who, path, answers);
  expect([answer.status, answer.status === 303 ? "" : problemsIn(await answer.text())], path).toEqual([
    303,
    "",
  ]);
  return (answer.headers.get("location") ?? "").split("?")[0] ?? "";
}

/** Sends a form that is refused. @returns what stands in its summary of errors */
async function refused(who: Person, path: string, answers: Answers): Promise<string> {
  const answer = await send(who, path, answers);
  expect(answer.status, path).toBe(422);
  return problemsIn(await answer.text());
}

/** All eight groupings come to one total, nothing is counted twice, and the register proves itself. @returns the total */
async function proven(): Promise<string> {
  const totals = new Set<string>();
  for (const by of GROUPINGS) {
    const text = textOf(await open(finance, `/reports/funding-secured?by=${by}`));
    const proof = /Shares £[\d,.]+ .*?= awards (£[\d,]+\.\d\d).*?Counted twice: (£[\d.]+)/.exec(text);
    expect(proof?.[2], by).toBe("£0.00");
    totals.add(proof?.[1] ?? by);
  }
  expect([...totals]).toHaveLength(1);
  const operator = make.operatorContext(register.db, clock.slice(0, 10));
  expect([...(await verifyRegister(operator)), ...(await verifyClaims(operator))]).toEqual([]);
  return [...totals][0] ?? "";
}

const day = (name: string, iso: string): Answers => {
  const [year = "", month = "", date = ""] = iso.split("-");
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

type Line = { partnershipId?: number; year: number; stream: string; pounds: string };

/** The next version of the award, drafted by the officer and sealed by finance. */
async function nextVersion(award: string, details: Answers, lines: Line[]): Promise<void> {
  await done(officer, `${award}/next-version`, details);
  const typed = lines.flatMap(({ partnershipId, year, stream, pounds }, index) => {
    const answers = { partnershipId: String(partnershipId ?? ""), financialYear: String(year), stream };
    const all = {
      ...answers,
      amountPence: pounds,
      projectId: "",
      priorityId: "",
      themeId: "",
      share: "",
      label: "",
    };
    return Object.entries(all).map(([name, value]) => [`lines.${index}.${name}`, value]);
  });
  await done(officer, `${award}/lines`, { ...Object.fromEntries(typed), intent: "continue" });
  await done(finance, `${award}/seal`, { intent: "seal" });
}

const PERIOD_2023 = { ...day("periodFrom", "2024-01-01"), ...day("periodTo", "2024-03-31") };
const PERIOD_2024 = { ...day("periodFrom", "2024-04-01"), ...day("periodTo", "2025-03-31") };

const claimOf = (period: Answers, year: number, pounds: string): Answers => ({
  ...period,
  payment: "arrears",
  "lines.0.financialYear": String(year),
  "lines.0.stream": "revenue",
  "lines.0.amountPence": pounds,
});

/** A claim that is written, signed, submitted and paid. */
async function paidClaim(award: string, answers: Answers, pounds: string): Promise<void> {
  const claim = await done(officer, `${award}/claims/new`, answers);
  await done(finance, `${claim}/sign`, {});
  await done(officer, `${claim}/submit`, { reference: "SSF5" });
  await done(finance, `${claim}/record_receipt`, { amountPence: pounds });
}

test("a year's story through the pages: after each step the groupings agree, and last year's figure still prints the same", async () => {
  const [lead = 0, ...others] = partnerships;

  // A joint award in October, of four partnerships, split over two years as far as it is agreed.
  const award = await done(finance, "/awards/new", {
    title: "Safer Streets, round 5",
    recordedById: String(lead),
    "partnershipIds[]": partnerships.map(String),
    leadId: String(lead),
    amountPence: "299,998",
    reason: "The award letter",
    ...day("decidedOn", "2023-10-13"),
    ...day("deliveryTo", "2025-03-31"),
  });
  expect(await proven()).toBe("£299,998.00");
  await nextVersion(award, { kind: "apportionment", reason: "As the delivery plan says" }, [
    { partnershipId: lead, year: 2023, stream: "revenue", pounds: "100000" },
    { partnershipId: lead, year: 2024, stream: "revenue", pounds: "80000" },
    ...others.map((partnershipId) => ({ partnershipId, year: 2024, stream: "capital", pounds: "30000" })),
  ]);
  expect(await proven()).toBe("£299,998.00");

  // The agreement is signed late: nothing is claimed before.
  await done(officer, `${award}/agreements?year=2023`, { reference: "SSF5", ...day("signedOn", "--") });
  const first = claimOf(PERIOD_2023, 2023, "90000");
  expect(await refused(officer, `${award}/claims/new`, first)).toContain("The period is still to come");
  clock = "2024-02-05T09:00:00.000Z";
  expect(await refused(officer, `${award}/claims/new`, first)).toContain("is not signed yet");
  clock = "2024-04-02T09:00:00.000Z";
  await done(officer, `${award}/agreements?year=2023`, day("signedOn", "2024-02-20"));
  expect(await proven()).toBe("£299,998.00");

  // The first claim, of what was spent; finance plans when the next are due.
  await done(officer, `${award}/spend/new`, {
    ...PERIOD_2023,
    "lines.0.stream": "revenue",
    "lines.0.amountPence": "90000",
    evidence: "The ledger report of March",
  });
  await paidClaim(award, first, "90000");
  expect(await proven()).toBe("£299,998.00");
  await done(officer, `${award}/claims/schedule`, {
    rhythm: "half_yearly",
    payment: "arrears",
    ...PERIOD_2024,
  });
  expect(textOf(await open(officer, `${award}/claims`))).toContain(
    "Claim for the half-year to 30 September 2024",
  );
  expect(await proven()).toBe("£299,998.00");
  const lastYear = "/reports/funding-secured?by=year&as-at=2024-03-31&known-at=2024-04-02";
  const asItWas = tableOf(await open(finance, lastYear));
  expect(asItWas).toContain("£299,998");

  // What was not spent of the first year is carried over only as the funder approves it.
  clock = "2024-05-10T09:00:00.000Z";
  const carried = {
    fromYear: "2023",
    toYear: "2024",
    reference: "OPCC 41",
    ...day("approvedOn", "2024-05-07"),
  };
  expect(await refused(officer, `${award}/carry-over`, { ...carried, amountPence: "10000.01" })).toContain(
    "Only £10,000 of 2023 to 2024 was not spent",
  );
  await done(officer, `${award}/terms`, { noTransfer: "yes" });
  await done(officer, `${award}/carry-over`, { ...carried, amountPence: "10000" });
  expect(await refused(finance, `${award}/seal`, { intent: "seal", termsAgreement: "" })).toContain(
    "£10,000 moves between financial years, and the terms allow no transfer between years",
  );
  await done(finance, `${award}/seal`, { intent: "seal" });
  expect(textOf(await open(officer, `${award}/versions/3`))).toContain(
    "Carry-over approved by the funder on 7 May 2024, reference OPCC 41",
  );
  expect(await proven()).toBe("£299,998.00");

  // A cut in mid-year, and a virement between streams.
  clock = "2024-09-02T09:00:00.000Z";
  const cut = {
    kind: "reduction",
    amountPence: "270000",
    reason: "The fund was cut",
    ...day("effectiveOn", "2024-09-01"),
  };
  await nextVersion(award, cut, [
    { partnershipId: lead, year: 2023, stream: "revenue", pounds: "90000" },
    { partnershipId: lead, year: 2024, stream: "revenue", pounds: "90000" },
    ...others.map((partnershipId) => ({ partnershipId, year: 2024, stream: "capital", pounds: "30000" })),
  ]);
  expect(await proven()).toBe("£270,000.00");
  clock = "2024-11-04T09:00:00.000Z";
  await done(officer, `${award}/move-money`, {
    "lines.2.takePence": "5000",
    "lines.1.givePence": "5000",
    reason: "The cameras cost less",
  });
  await done(finance, `${award}/seal`, { intent: "seal" });
  expect(await proven()).toBe("£270,000.00");

  // The second year: claimed up to what the virement made of it, and underspent.
  clock = "2025-04-28T09:00:00.000Z";
  await done(officer, `${award}/agreements?year=2024`, day("signedOn", "2024-05-07"));
  expect(await proven()).toBe("£270,000.00");
  await paidClaim(award, claimOf(PERIOD_2024, 2024, "95000"), "95000");
  expect(await proven()).toBe("£270,000.00");
  const more = claimOf(PERIOD_2024, 2024, "1");
  expect(await refused(officer, `${award}/claims/new`, more)).toContain("Claim 2 is for days of this period");
  expect(await refused(officer, `${award}/claims/new`, { ...more, reason: "Late" })).toContain("left beside");
  await done(officer, `${award}/spend/new`, {
    ...PERIOD_2024,
    "lines.0.stream": "revenue",
    "lines.0.amountPence": "88000",
    evidence: "The ledger report of March",
  });
  expect(textOf(await open(finance, `${award}/spend`))).toContain("£7,000 came and was not spent");
  expect(await proven()).toBe("£270,000.00");

  // What was not spent goes back, the return is sent, and the award is closed.
  await done(officer, `${award}/returns/new`, { rhythm: "once", ...PERIOD_2024 });
  const closure = { evaluation: "In the annual report of 2025" };
  expect(await refused(finance, `${award}/close`, closure)).toBe(
    "1 return is still to be sent; £7,000 of 2024 to 2025 not spent in that year is still to go back to the funder",
  );
  await done(finance, `${award}/repayments/record`, { amountPence: "7000", reference: "BACS 771" });
  expect(await proven()).toBe("£270,000.00");
  const [oneReturn = ""] = /\/returns\/\d+/.exec(await open(officer, award)) ?? [];
  await done(officer, `${award}${oneReturn}/submit`, {});
  expect(await proven()).toBe("£270,000.00");
  await done(finance, `${award}/close`, closure);
  expect(textOf(await open(officer, award))).toContain("Closed on 28 April 2025");
  expect(textOf(await open(officer, `${award}/claims/new`, 403))).toContain(
    "closed on 28 April 2025: nothing",
  );
  expect(await proven()).toBe("£270,000.00");

  // Last year's figure as it was known then still prints the same.
  expect(tableOf(await open(finance, lastYear))).toBe(asItWas);
});

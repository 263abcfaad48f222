import { SECTION_NAMES, sectionHref } from "#app/bids/content/sections.ts";
import type { Target } from "./fuzz-targets.ts";
import { TAG } from "./payload-texts.ts";
import type { Answer, Send, Sent } from "./send.ts";

/** What the fuzz needs of a running service: the product's, or one with a planted hole. */
export type Fuzzed = {
  send: Send;
  errorsLogged(): string[];
  /** How many transactions have been completed so far. */
  transactions(): number;
};

/** Numbers that are the same for the same seed: a finding can be tried again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As many requests as asked for: in turn from each target, and from one target none twice before it has had them all. */
export function sample(targets: readonly Target[], most: number, seed: number): (() => Sent)[] {
  const random = seeded(seed);
  const order = shuffled(targets, random).map(({ requests }) => shuffled(requests, random));
  return Array.from({ length: most }, (_, index) => {
    const requests = order[index % order.length] ?? [];
    return requests[Math.floor(index / order.length) % requests.length] as () => Sent;
  });
}

function shuffled<Value>(many: readonly Value[], random: () => number): Value[] {
  const drawn = many.map((value) => ({ value, at: random() }));
  return drawn.sort((a, b) => a.at - b.at).map(({ value }) => value);
}

/** Sends the requests and tells of every answer that no request may get. */
export async function fuzz(service: Fuzzed, requests: readonly (() => Sent)[]) {
  const findings: string[] = [];
  const statuses: Record<string, number> = {};
  for (const made of requests) {
    const sent = made();
    const before = service.transactions();
    const { answer, printed } = await hearingErrors(() => answerTo(service, sent));
    const wrote = service.transactions() > before;
    const problems = [
      ...problemsOf(sent, answer, wrote),
      ...printed.map((text) => `console.error: ${text}`),
      ...service.errorsLogged().map(loggedError),
    ];
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    findings.push(...problems.map((problem) => `${described(sent)}: ${problem.slice(0, 600)}`));
  }
  return { requests: requests.length, findings, statuses };
}

/** A wrong password is written down: so many, and the next ones must wait. */
const COUNTS_FAILURES = /^\/(sign-in|account\/password)(\?|$)/;

/** Who took which file is written down when it is taken. */
const RECORDED = /^\/exports\/[\w-]+\/file(-metadata\.json)?(\?|$)/;

const SECTIONS_OF_BIDS = SECTION_NAMES.map((name) => sectionHref(0, name).replace("/bids/0/", ""));

/** What is typed into a bid or a section of it and refused is kept for who typed it; that nothing else is, has tests of its own. */
const KEEPS_TYPED = new RegExp(`^/bids/(new|\\d+/(edit|${SECTIONS_OF_BIDS.join("|")}))$`);

/** The same of the texts beside a bid or an award. */
const KEEPS_TEXT =
  /^\/(rounds\/(new|\d+\/(edit|terms|withdraw|not-bidding)|not-bid\/\d+\/take-back)|bids\/(record-past|\d+\/(exceptions\/\w+|submission\/correct))|(bids|awards)\/\d+\/(tasks(\/\d+(\/settle)?)?|notes(\/\d+\/withdraw)?|act\/\w+|clarifications\/\d+|feedback|decision))$/;

function keepsTyped({ method, path }: Sent, status: number): boolean {
  // "/tasks/." is the page of tasks.
  const page = new URL(`http://service${path}`).pathname.replace(/\/$/, "");
  return (
    method === "POST" &&
    (status === 422 || status === 409) &&
    (KEEPS_TYPED.test(page) || KEEPS_TEXT.test(page))
  );
}

function problemsOf(sent: Sent, { status, headers, text }: Answer, wrote: boolean): string[] {
  const { method, path } = sent;
  const problems: string[] = [];
  if (status >= 500 || status === 0) problems.push(`answered ${status} ${text.slice(0, 200)}`);
  const mayWrite = COUNTS_FAILURES.test(path) || RECORDED.test(path) || keepsTyped(sent, status);
  if (wrote && (status >= 400 || method !== "POST") && !mayWrite)
    problems.push(`answered ${status} and wrote`);
  const { location } = headers;
  if (location !== undefined && !/^\/(?![/\\])[^\t\r\n]*$/.test(location))
    problems.push(`sends the browser to ${location}`);
  if (String(headers["content-type"]).startsWith("text/html") && text.includes(TAG))
    problems.push("holds a tag that was sent");
  if (JSON.stringify(headers).includes("evil=1")) problems.push("holds a header that was sent");
  return problems;
}

function loggedError(line: string): string {
  const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string; stack?: string } };
  const [, ...frames] = err?.stack?.split("\n") ?? [];
  const own = frames.find((frame) => !frame.includes("node_modules")) ?? frames[0] ?? "";
  return `logged ${msg}: ${err?.message} ${own.trim()}`;
}

/** A connection that breaks is an answer too, and a bad one. */
async function answerTo(service: Fuzzed, sent: Sent): Promise<Answer> {
  try {
    return await service.send(sent);
  } catch (error) {
    return { status: 0, headers: {}, text: String(error) };
  }
}

async function hearingErrors(work: () => Promise<Answer>): Promise<{ answer: Answer; printed: string[] }> {
  const printed: string[] = [];
  const print = console.error;
  console.error = (...values: unknown[]) => printed.push(values.map(String).join(" "));
  try {
    return { answer: await work(), printed };
  } finally {
    console.error = print;
  }
}

function described({ method, path, body }: Sent): string {
  const text = String(body ?? "");
  return `${method} ${path.slice(0, 300)}${text ? ` with ${text.slice(0, 400)}${text.length > 400 ? "…" : ""}` : ""}`;
}

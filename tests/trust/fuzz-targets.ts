import { expected } from "./access-expectation.ts";
import type { Visitor } from "./access-kinds.ts";
import type { Cell, Fields } from "./access-matrix.ts";
import { filterNames } from "./filters-walk.ts";
import { ownPageForm } from "./own-form.ts";
import { plainAnswers } from "./page-forms.ts";
import { encoded, encodeText, HUGE_PAYLOADS, oddNames, PAYLOADS, type Payload } from "./payloads.ts";
import { INPUTS_OF_DOMAINS } from "./schema-fields.ts";
import type { Sent } from "./send.ts";
import { URL_ENCODED } from "./send.ts";
import type { World } from "./world.ts";

/** One place that takes what others send, and every way of filling it. */
export type Target = { name: string; visitor: Visitor; requests: readonly (() => Sent)[] };

/**
 * Every place of the service that takes something: each part and each filter of an address, by each method, each field of
 * each form, the names of fields, and the cookies. The fields are those that the pages show and those that the schemas of
 * the route's domain read.
 */
export async function fuzzTargets(world: World, cells: readonly Cell[]): Promise<Target[]> {
  const own = cells.filter(({ standing }) => standing === null || standing === "own");
  const filters = await filterNames(world, own);
  const targets: Target[] = [];
  for (const cell of own) {
    const { row, standing, path } = cell;
    const route = world.routes.find((one) => one.path === row.path);
    const domain = route?.id.split("/")[0] ?? "";
    const reader = row.load.find((one) => expected(row, "load", one, standing) === "allowed") ?? "anonymous";
    targets.push(
      ...addressTargets(world, cell, reader, [
        ...(filters.get(path) ?? []),
        ...(INPUTS_OF_DOMAINS.get(domain) ?? []),
      ]),
    );
    const writer = row.post?.find((one) => expected(row, "post", one, standing) === "allowed");
    if (!row.post || !writer) continue;
    const form = await ownPageForm(world, path, writer, row.formAt);
    const shown = [...(form ? plainAnswers(form) : []), ...Object.entries(row.fields ?? {})];
    const unanswered = form?.fields.map(({ name }) => name) ?? [];
    targets.push(
      ...formTargets(world, path, writer, shown, [...unanswered, ...(INPUTS_OF_DOMAINS.get(domain) ?? [])]),
    );
  }
  return targets;
}

function addressTargets(
  world: World,
  { row, path }: Cell,
  visitor: Visitor,
  filters: readonly string[],
): Target[] {
  const get =
    (address: string, method = "GET") =>
    () => ({ method, path: address, headers: cookieOf(world, visitor) });
  const [pattern, filled] = [row.path.split("/"), path.split("/")];
  const parts = pattern.flatMap((part, index) => (/^[:*]/.test(part) ? [index] : []));
  const put = (index: number, payload: Payload) =>
    filled.map((part, at) => (at === index ? encoded(payload).replaceAll("+", "%20") : part)).join("/");
  const methods = ["GET", "HEAD", "POST"] as const;
  return [
    ...methods.flatMap((method) =>
      parts.map((index) => ({
        name: `${method} ${row.path} part ${pattern[index]}`,
        visitor,
        requests: PAYLOADS.map((payload) =>
          method === "POST"
            ? () => posted(world, put(index, payload), visitor, "version=1")
            : get(put(index, payload), method),
        ),
      })),
    ),
    ...[...new Set([...filters, "_data", "index", "q"])].map((name) => ({
      name: `GET ${row.path}?${name}`,
      visitor,
      requests: [
        ...PAYLOADS.map((payload) => get(`${path}?${encodeText(name)}=${encoded(payload)}`)),
        ...oddNames(name).map((odd) => get(`${path}?${encodeText(odd)}=1`)),
      ],
    })),
    {
      name: `GET ${row.path} cookies`,
      visitor,
      requests: PAYLOADS.flatMap((payload) =>
        ["session", "message"].map((cookie) => () => ({
          method: "GET",
          path,
          headers: { cookie: [cookieOf(world, visitor).cookie, `${cookie}=${encoded(payload)}`].join("; ") },
        })),
      ),
    },
  ];
}

function formTargets(
  world: World,
  path: string,
  visitor: Visitor,
  shown: Fields,
  others: readonly string[],
): Target[] {
  const names = [...new Set([...shown.map(([name]) => name), ...others])];
  const pair = (name: string, value: string) => `${encodeText(name)}=${value}`;
  const body = (without: string, more: string) =>
    [
      ...shown.filter(([name]) => name !== without).map(([name, value]) => pair(name, encodeText(value))),
      more,
    ].join("&");
  const target = (name: string, bodies: readonly (() => string)[]): Target => ({
    name,
    visitor,
    requests: bodies.map((text) => () => posted(world, path, visitor, text())),
  });
  return names.flatMap((name) => [
    target(
      `POST ${path} field ${name}`,
      [...PAYLOADS, ...HUGE_PAYLOADS].map((payload) => () => body(name, pair(name, encoded(payload)))),
    ),
    target(`POST ${path} names like ${name}`, [
      ...oddNames(name).map((odd) => () => body(name, pair(odd, "1"))),
      ...oddNames(name).map((odd) => () => body("", pair(odd, "x"))),
      () => body(name, Array.from({ length: 900 }, () => pair(name, "1")).join("&")),
      () => body(name, Array.from({ length: 900 }, (_, row) => pair(`${name}.${row}`, "1")).join("&")),
      () => body(name, ""),
      () => pair(name, "1"),
    ]),
  ]);
}

function posted(world: World, path: string, visitor: Visitor, body: string): Sent {
  return {
    method: "POST",
    path,
    body,
    headers: {
      ...cookieOf(world, visitor),
      origin: world.origin,
      "content-type": URL_ENCODED,
      "content-length": String(Buffer.byteLength(body)),
    },
  };
}

function cookieOf(world: World, visitor: Visitor): { cookie: string } {
  return { cookie: world.cookie(visitor) ?? "theme=none" };
}

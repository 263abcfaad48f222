import { type BuiltRoute, fillPath } from "./built-routes.ts";
import { type Send, URL_ENCODED } from "./send.ts";

/** What the harness needs of a running service: the product's, or one with a planted hole. */
export type Service = {
  send: Send;
  /** The address that people type. */
  origin: string;
  /** Of somebody who is signed in: without a session there is nothing to steal. */
  cookie: string;
  routes: readonly BuiltRoute[];
  /** The routes whose action began to run since the last look. */
  actionsRun(): string[];
  /** How many transactions have been completed so far. */
  transactions(): number;
};

type Claim = Record<string, string | string[]>;

/** What requests from another site say, or leave out, about where they come from. */
export function foreignClaims(origin: string): Claim[] {
  const own = new URL(origin);
  const otherScheme = own.protocol === "http:" ? "https:" : "http:";
  return [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "" },
    { origin: `${origin}.evil.example` },
    { origin: `${origin}/` },
    { origin: origin.toUpperCase() },
    { origin: `${otherScheme}//${own.host}` },
    { origin: `${own.protocol}//${own.hostname}:1` },
    { origin: [origin, "https://evil.example"] },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    { origin: "https://evil.example", host: "evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": ["same-origin", "cross-site"] },
    { referer: `${origin}/bids/new` },
    {},
  ];
}

type Body = { type: string | null; text: string; refused: number | null };

/** The kinds of body that a page of another site can send, and what is answered to them from the service's own pages. */
export const BODIES: readonly Body[] = [
  { type: URL_ENCODED, text: "version=1&intent=save", refused: null },
  {
    type: "multipart/form-data; boundary=edge",
    text: '--edge\r\nContent-Disposition: form-data; name="version"\r\n\r\n1\r\n--edge--\r\n',
    refused: null,
  },
  { type: "text/plain", text: "version=1&intent=save", refused: 415 },
  { type: "application/json", text: '{"version":1}', refused: 415 },
  { type: null, text: "version=1", refused: 415 },
];

/** The ways in which the framework picks what a form runs. */
export function addressesOf(route: BuiltRoute): string[] {
  const parts = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => [name, "1"]));
  const path = fillPath(route.path, { ...parts, "*": "nowhere" });
  const data = (id: string) => `${path}?${new URLSearchParams({ _data: id })}`;
  return [path, data(route.id), `${path}?index`, data("root"), data("routes/nowhere")];
}

/**
 * Sends forms to every address as another site would, in every way that it can: each is answered 403 and runs nothing.
 * Then as the service's own pages do: only so does an action run, and only with a body that a form can have.
 * @param options.thorough false: one body for each way and claim, and every other way for each route.
 */
export async function checkCrossSite(service: Service, { thorough = true } = {}) {
  const findings: string[] = [];
  let requests = 0;
  const ask = async (
    method: string,
    path: string,
    claim: Claim,
    body: Body | null,
    may: readonly number[],
  ) => {
    const before = service.transactions();
    const headers = { ...claim, cookie: service.cookie };
    const answer = await service.send({
      method,
      path,
      headers: {
        ...headers,
        ...(body?.type ? { "content-type": body.type } : {}),
        ...(body ? { "content-length": String(body.text.length) } : {}),
      },
      body: body?.text,
    });
    requests += 1;
    const ran = service.actionsRun();
    const title = `${method} ${path} as ${body?.type ?? "nothing"} with ${JSON.stringify(claim)}`;
    if (may.length > 0 && !may.includes(answer.status)) findings.push(`${title} answered ${answer.status}`);
    return { ran, title, wrote: service.transactions() > before };
  };
  for (const [index, route] of service.routes.entries()) {
    for (const [turn, claim] of foreignClaims(service.origin).entries()) {
      for (const [way, path] of addressesOf(route).entries()) {
        if (!thorough && (index + turn + way) % 2 === 0) continue;
        const bodies = thorough ? BODIES : [BODIES[(index + 2 * turn + way) % BODIES.length] as Body];
        for (const body of bodies) {
          const { ran, wrote, title } = await ask("POST", path, claim, body, [403]);
          if (ran.length > 0 || wrote) findings.push(`${title} ran ${ran.join(", ") || "a transaction"}`);
        }
      }
    }
    const [path = ""] = addressesOf(route);
    for (const method of ["GET", "HEAD"]) {
      const { ran, wrote, title } = await ask(method, path, { origin: "https://evil.example" }, null, []);
      if (ran.length > 0 || wrote) findings.push(`${title} ran ${ran.join(", ") || "a transaction"}`);
    }
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const { ran, title } = await ask(method, path, { origin: service.origin }, BODIES[0] ?? null, [405]);
      if (ran.length > 0) findings.push(`${title} ran ${ran.join(", ")}`);
    }
    for (const body of BODIES) {
      const own = { origin: service.origin };
      const { ran, title } = await ask("POST", path, own, body, body.refused ? [body.refused] : []);
      const runs = route.hasAction && body.refused === null;
      if (ran.length > 0 !== runs) findings.push(`${title} ${runs ? "must run" : "ran"} ${route.id}`);
    }
  }
  return { requests, findings };
}

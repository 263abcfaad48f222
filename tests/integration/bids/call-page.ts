import { readEnvironment } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { createPlatform } from "#app/platform/platform.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import type { Database } from "#db/open.server.ts";

const NOW = "2026-11-21T09:00:00.000Z";

export type Handler = (args: never) => Promise<unknown>;
export type Person = { id: number };

/** Calls a loader or an action as a signed-in person would; what is thrown as a response is an answer too. */
export async function callPage(
  db: Database,
  handler: Handler,
  person: Person,
  path: string,
  fields?: Record<string, string>,
  params = paramsOf(path),
) {
  const token = await db.write((trx) => startSession(trx, person.id, NOW));
  const environment = readEnvironment({});
  const platform = createPlatform({
    settings: { ...environment, demo: false },
    environment,
    database: db,
    now: () => NOW,
    requestId: "test",
    log: createLog("silent"),
    clientAddress: "127.0.0.1",
    nonce: "",
    method: fields ? "POST" : "GET",
    cookieHeader: `session=${token}`,
    setCookie: () => {},
    retryAfter: () => {},
    drained: async () => {},
  });
  const request = new Request(`http://localhost:3000${path}`, {
    method: fields ? "POST" : "GET",
    body: fields && new URLSearchParams(fields),
  });
  const args = { request, params, context: { platform } };
  try {
    return answerOf(await handler(args as never));
  } catch (thrown) {
    if (thrown instanceof Response) return answerOf(thrown);
    throw thrown;
  }
}

/** The parts of an address such as "/bids/1/act/withdraw" or "/bids/1/tasks/2/settle", by each name that a page has for them. */
function paramsOf(path: string): Record<string, string | undefined> {
  const [, id, , part] = path.slice(1).replace("/not-bid/", "/").split(/[/?]/);
  return { id, action: part, rule: part, taskId: part, noteId: part };
}

async function answerOf(value: unknown) {
  if (!(value instanceof Response)) return { status: 200, body: value as Record<string, unknown> };
  const text = await value.text();
  const body = text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : text;
  return { status: value.status, body, location: value.headers.get("location") };
}

import type { ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import { startSession } from "#app/platform/session.server.ts";
import { hashToken } from "#app/platform/tokens.server.ts";
import type { Database } from "#db/open.server.ts";
import { startServer } from "#tests/support/server.ts";
import { VISITORS, type Visitor } from "./access-kinds.ts";
import { type BuiltRoute, builtRoutes, watched } from "./built-routes.ts";
import type { MadeRegister } from "./made-register.ts";
import { formSent, type Send, sender } from "./send.ts";
import { NOW } from "./standings.ts";

/** A real server over the made register, and what can be seen of it from inside. */
export type World = {
  register: MadeRegister;
  routes: BuiltRoute[];
  origin: string;
  send: Send;
  /** Sends a form as the visitor's browser does, from a page of the service. */
  post(path: string, fields: Iterable<[string, string]>, visitor: Visitor): ReturnType<Send>;
  get(path: string, visitor: Visitor, method?: "GET" | "HEAD"): ReturnType<Send>;
  cookie(visitor: Visitor): string | null;
  /** What no answer may hold: tokens and their hashes. */
  secrets: string[];
  /** The routes whose action began to run since the last look. */
  actionsRun(): string[];
  /** The errors that were logged since the last look. */
  errorsLogged(): string[];
  close(): Promise<void>;
};

/** Starts the service on a register, with every visitor signed in. @param served what the service works on, where that is not the register itself. */
export async function openWorld(
  db: Database,
  register: MadeRegister,
  build: ServerBuild,
  served = db,
): Promise<World> {
  const ran: string[] = [];
  const logged: string[] = [];
  const log = pino({ level: "error" }, { write: (text: string) => logged.push(text) });
  const tokens = await signIn(db, register);
  const server = await startServer({
    database: served,
    build: watched(build, (id) => ran.push(id)),
    log,
    now: () => NOW,
    environment: { PUBLISHER_PREFIX: "Ashdown" },
  });
  const origin = server.environment.publicUrl;
  // By its number: a name would be looked up for each connection.
  const send = sender(server.url.replace("localhost", "127.0.0.1"));
  const cookie = (visitor: Visitor) => (visitor === "anonymous" ? null : `session=${tokens[visitor]}`);
  return {
    register,
    routes: builtRoutes(build),
    origin,
    send,
    cookie,
    post: (path, fields, visitor) => send(formSent(path, fields, origin, cookie(visitor))),
    get: (path, visitor, method = "GET") => {
      const session = cookie(visitor);
      return send({ method, path, headers: session === null ? {} : { cookie: session } });
    },
    secrets: Object.values(tokens).flatMap((token) => [token, hashToken(token)]),
    actionsRun: () => ran.splice(0),
    errorsLogged: () => logged.splice(0),
    close: async () => {
      send.close();
      await server.close();
    },
  };
}

/** Signs everybody in anew; sessions that are still there stay. */
export async function signIn(
  db: Database,
  register: MadeRegister,
): Promise<Record<Exclude<Visitor, "anonymous">, string>> {
  return db.write(async (trx) => {
    const tokens: Partial<Record<Visitor, string>> = {};
    for (const visitor of VISITORS) {
      if (visitor !== "anonymous") tokens[visitor] = await startSession(trx, register.people[visitor], NOW);
    }
    return tokens as Record<Exclude<Visitor, "anonymous">, string>;
  });
}

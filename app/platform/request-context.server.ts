import { ukDayOf } from "#app/core/calendar-date.ts";
import { type Actor, type Context, createContext } from "./context.server.ts";
import type { Platform } from "./platform.server.ts";
import { findSessionActor } from "./session.server.ts";

const contexts = new WeakMap<Platform, Promise<Context>>();

/** The context of the request: made once, so that all loaders of a page see one person and one day. */
export function contextOf(platform: Platform): Promise<Context> {
  const made = contexts.get(platform) ?? makeContext(platform);
  contexts.set(platform, made);
  return made;
}

async function makeContext(platform: Platform): Promise<Context> {
  return createContext({
    db: platform.database,
    actor: await actorOf(platform),
    today: ukDayOf(platform.now()),
    now: platform.now,
  });
}

async function actorOf({ sessionToken, database, now, environment }: Platform): Promise<Actor> {
  const person = sessionToken ? await findSessionActor(database, sessionToken, now(), environment) : null;
  return person ?? { kind: "anonymous" };
}

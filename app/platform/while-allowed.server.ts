import { may, type PersonActor } from "./context.server.ts";
import type { RouteAccess } from "./permissions.ts";
import type { Platform } from "./platform.server.ts";
import { findSessionActor } from "./session.server.ts";

/** How long a file that is being sent goes on without a look at whether its reader may still have it. */
const LOOK_AGAIN_MS = 500;

/** The person who reads a file may no longer have it: the answer breaks off, so that no half of it looks whole. */
class RevokedError extends Error {
  override name = "RevokedError";
}

/**
 * The same file, sent only as long as its reader stays signed in, may open the page and keeps every role that they had:
 * what is taken from a person is taken from an answer that is already under way, too.
 */
export function whileAllowed(
  file: Response,
  platform: Platform,
  reader: PersonActor,
  access: RouteAccess,
): Response {
  let looked = Date.now();
  const look = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      if (Date.now() - looked >= LOOK_AGAIN_MS) {
        if (!(await isStillAllowed(platform, reader, access)))
          throw new RevokedError("No longer theirs to read");
        looked = Date.now();
      }
      controller.enqueue(chunk);
    },
  });
  return new Response(file.body?.pipeThrough(look), file);
}

async function isStillAllowed(platform: Platform, before: PersonActor, access: RouteAccess) {
  const { database, sessionToken, now, environment } = platform;
  const reader = sessionToken && (await findSessionActor(database, sessionToken, now(), environment));
  if (!reader || reader.id !== before.id) return false;
  if (access !== "public" && access !== "signed-in" && !may(reader, access)) return false;
  const keeps = [...before.roles].every(([partnership, role]) => reader.roles.get(partnership) === role);
  return keeps && (reader.isAdministrator || !before.isAdministrator);
}

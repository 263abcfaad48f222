import { setTimeout as wait } from "node:timers/promises";
import { Router } from "express";
import type { Database } from "#db/open.server.ts";
import type { Environment } from "../env.server.ts";

/** Whether the server takes new requests: not once it has been told to stop. */
export type Readiness = { stopping: boolean };

const PING_MS = 2_000;
const CONTACT_VALID_DAYS = 180;

/** What machines ask: is it alive, may it be sent requests, whom to tell about a weakness. */
export function health(parts: {
  environment: Environment;
  database: Database;
  readiness: Readiness;
}): Router {
  const { environment, database, readiness } = parts;
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const ready = !readiness.stopping && (await answers(database));
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "not ready" });
  });
  router.get("/.well-known/security.txt", (_request, response, next) => {
    if (environment.contactEmail === null) return next();
    response
      .type("text/plain")
      .send(securityText(environment.contactEmail, environment.publicUrl, new Date()));
  });
  return router;
}

/** True where the database answers within 2 seconds. */
export async function answers(database: Database): Promise<boolean> {
  const late = new AbortController();
  try {
    return await Promise.race([
      database.ping().then(() => true),
      wait(PING_MS, false, { signal: late.signal, ref: false }),
    ]);
  } catch {
    return false;
  } finally {
    late.abort();
  }
}

/** RFC 9116. */
export function securityText(contactEmail: string, publicUrl: string, now: Date): string {
  const expires = new Date(now.getTime() + CONTACT_VALID_DAYS * 86_400_000).toISOString();
  return [
    `Contact: mailto:${contactEmail}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    "",
  ].join("\n");
}

import { emailOf, NATIONAL_EMAIL } from "#app/cli/generate/index.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { SERVER } from "../scripts/serve.mjs";
import { type Served, serve } from "./processes.ts";

export const PARTNERSHIPS = 320;

export type Product = {
  ports: number[];
  /** The address that forms have to come from. */
  origin: string;
  /** Headers of a request by somebody of every partnership. */
  national: Record<string, string>;
  /** Headers of a request by somebody of one partnership, by its number from 1. */
  local: (partnershipId: number) => Record<string, string>;
  servers: Served[];
  stop(): Promise<void>;
};

/** Starts the product's own server, as `npm start` does, in one process or more, for people who are signed in. */
export async function startProduct(
  databaseUrl: string,
  processes = 1,
  nodeOptions: readonly string[] = [],
): Promise<Product> {
  const cookies = await signIn(databaseUrl);
  const servers: Served[] = [];
  let origin = "";
  for (let number = 0; number < processes; number += 1) {
    const server = await serve(
      () => [...nodeOptions, ...SERVER],
      (port) => {
        origin ||= `http://localhost:${port}`;
        return { DATABASE_URL: databaseUrl, PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: origin };
      },
      "/readyz",
    );
    servers.push(server);
  }
  return {
    ports: servers.map(({ port }) => port),
    origin,
    national: cookies(NATIONAL_EMAIL),
    local: (partnershipId) => cookies(emailOf(partnershipId)),
    servers,
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}

/** Starts a session for each person of the register: hundreds of sign-ins by password are another benchmark. */
async function signIn(databaseUrl: string) {
  const database = openDatabase(databaseUrl);
  const now = new Date().toISOString();
  const tokens = new Map<string, string>();
  await database.write(async (transaction) => {
    const people = await transaction.selectFrom("person").select(["id", "email"]).execute();
    for (const { id, email } of people) tokens.set(email, await startSession(transaction, id, now));
  });
  await database.close();
  return (email: string) => ({ Cookie: `session=${tokens.get(email)}` });
}

import { randomBytes } from "node:crypto";
import { GENERATED_PEOPLE } from "#app/cli/generate/index.server.ts";
import { type Served, serve } from "./processes.ts";

/** The password of the people in the registers of one run: nobody else can know it. */
export const PASSWORD = process.env.BENCHMARK_PASSWORD ?? randomBytes(16).toString("base64url");

export type Product = {
  ports: number[];
  /** The address that forms have to come from. */
  origin: string;
  /** Headers of a request by somebody signed in. */
  national: Record<string, string>;
  local: Record<string, string>;
  servers: Served[];
  stop(): Promise<void>;
};

/** Starts the product's own server, as `npm start` does, in one process or more, and signs two people in. */
export async function startProduct(databaseUrl: string, processes = 1): Promise<Product> {
  const servers: Served[] = [];
  let origin = "";
  for (let number = 0; number < processes; number += 1) {
    const server = await serve(
      "app/platform/server/main.ts",
      () => [],
      (port) => {
        origin ||= `http://localhost:${port}`;
        return { DATABASE_URL: databaseUrl, PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: origin };
      },
      "/readyz",
    );
    servers.push(server);
  }
  const ports = servers.map(({ port }) => port);
  const signedIn = async (email: string) => ({
    Cookie: await signIn(`http://127.0.0.1:${ports[0]}`, origin, email),
  });
  return {
    ports,
    origin,
    national: await signedIn(GENERATED_PEOPLE.national),
    local: await signedIn(GENERATED_PEOPLE.local),
    servers,
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}

async function signIn(url: string, origin: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin },
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("session="));
  if (answer.status !== 303 || !cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookie.split(";")[0] as string;
}

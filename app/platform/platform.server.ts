import type { Database } from "#db/open.server.ts";
import { readCookie, writeCookie } from "./cookies.server.ts";
import type { Environment } from "./env.server.ts";
import type { Log } from "./log.server.ts";
import { sessionCookieName } from "./session.server.ts";

/** What the pages show of the installation. */
export type Settings = {
  organisationName: string;
  serviceName: string;
  brandColour: string;
  contactEmail: string | null;
  publicUrl: string;
  /** True where the register holds the demo. */
  demo: boolean;
};

/** What the server gives the framework with each request: `loadContext.platform`. */
export type Platform = {
  settings: Settings;
  environment: Environment;
  database: Database;
  /** The instant now, ISO UTC with milliseconds. */
  now: () => string;
  requestId: string;
  /** Writes with the request's id. */
  log: Log;
  /** The address that the request came from, past the trusted proxies. */
  clientAddress: string;
  /** What the content security policy lets scripts and style elements of this response carry. */
  nonce: string;
  sessionToken: string | null;
  /** The message that the page before left for this one, once. */
  takeMessage(): string | null;
  /** Leaves a success message for the next page: plain text, of which the first 300 characters are kept. */
  leaveMessage(text: string): void;
  /** Makes the browser keep the token of a session that was just started. */
  keepSession(token: string): void;
  forgetSession(): void;
  /** Tells whoever asked when it is worth asking again, in seconds. */
  retryAfter(seconds: number): void;
  /** Waits until what was answered so far has been taken. Rejects where the browser has gone. */
  drained(): Promise<void>;
};

declare module "@remix-run/node" {
  interface AppLoadContext {
    platform: Platform;
    /** The page as it was rendered: a stream of one text would cost more than many a query. */
    page: string | null;
  }
}

/** The cookie that carries a success message to the next page. */
export function messageCookieName(secure: boolean): string {
  return secure ? "__Host-message" : "message";
}

const MESSAGE_LENGTH = 300;
const MESSAGE_SECONDS = 60;

type RequestParts = Pick<
  Platform,
  "settings" | "environment" | "database" | "now" | "requestId" | "log" | "clientAddress" | "nonce"
> & {
  method: string;
  cookieHeader: string | undefined;
  setCookie: (cookie: string) => void;
  retryAfter: (seconds: number) => void;
  drained: () => Promise<void>;
};

/** The platform of one request. */
export function createPlatform({ method, cookieHeader, setCookie, ...parts }: RequestParts): Platform {
  const { secure } = parts.environment;
  const session = sessionCookieName(secure);
  const messageCookie = messageCookieName(secure);
  return {
    ...parts,
    sessionToken: readCookie(cookieHeader, session),
    takeMessage: () => {
      const message = readMessage(readCookie(cookieHeader, messageCookie));
      if (message !== null && method !== "HEAD") {
        setCookie(writeCookie(messageCookie, "", { secure, maxAge: 0 }));
      }
      return message;
    },
    leaveMessage: (text) => {
      const kept = JSON.stringify(text.slice(0, MESSAGE_LENGTH));
      setCookie(writeCookie(messageCookie, kept, { secure, maxAge: MESSAGE_SECONDS }));
    },
    keepSession: (token) => setCookie(writeCookie(session, token, { secure })),
    forgetSession: () => setCookie(writeCookie(session, "", { secure, maxAge: 0 })),
  };
}

function readMessage(cookie: string | null): string | null {
  try {
    const message: unknown = JSON.parse(cookie ?? "null");
    return typeof message === "string" ? message.slice(0, MESSAGE_LENGTH) : null;
  } catch {
    return null;
  }
}

/** What pages show, from the environment and from the register itself, which knows whether it is a demo. */
export async function readSettings(environment: Environment, database: Database): Promise<Settings> {
  const demo = await database.read
    .selectFrom("setting")
    .select("value")
    .where("key", "=", "demo")
    .executeTakeFirst();
  const { organisationName, serviceName, brandColour, contactEmail, publicUrl } = environment;
  return { organisationName, serviceName, brandColour, contactEmail, publicUrl, demo: demo?.value === "1" };
}

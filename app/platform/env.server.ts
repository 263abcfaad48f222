import { isIP } from "node:net";
import { z } from "zod";

/** Everything that an installation may set, read once at start from the environment. */
export type Environment = {
  databaseUrl: string;
  databasePoolSize: number;
  /** Where people reach the service: scheme, host and port, without a slash at the end. */
  publicUrl: string;
  /** True where people reach it over https: cookies are then Secure, and browsers are told to stay on https. */
  secure: boolean;
  port: number;
  host: string;
  organisationName: string;
  serviceName: string;
  brandColour: string;
  contactEmail: string | null;
  sessionIdleMinutes: number;
  sessionAbsoluteHours: number;
  trustProxy: string[];
  /** The prefix that 360Giving gave this publisher; without one nothing is published there. */
  publisherPrefix: string | null;
  /** What official lists call organisations, by the names that the register has for them. */
  organisationIdentifiers: Record<string, string>;
  logLevel: (typeof LOG_LEVELS)[number];
};

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"] as const;

/** One row for each variable, as the README lists them. */
export const CONFIGURATION = [
  [
    "DATABASE_URL",
    "`sqlite:data/register.sqlite`",
    "The register: `sqlite:path/to/file`, or `postgres://user:password@host:5432/database`",
  ],
  [
    "PUBLIC_URL",
    "`http://localhost:PORT`",
    "The address people type, without a path. https, except on localhost. Forms sent from any other address are refused",
  ],
  ["PORT", "`3000`", "The port to listen on"],
  [
    "HOST",
    "`127.0.0.1` while PUBLIC_URL is on localhost, else `0.0.0.0`",
    "The network address to listen on. In a container on one machine, set `0.0.0.0`",
  ],
  [
    "ORGANISATION_NAME",
    "`Community safety partnerships`",
    "Whose service this is, in the header and the footer",
  ],
  [
    "SERVICE_NAME",
    "`Community safety funding register`",
    "The name of the service, in the header and in page titles",
  ],
  ["BRAND_COLOUR", "`#1d70b8`", "The colour of the bar under the header: `#` and 6 hexadecimal digits"],
  ["CONTACT_EMAIL", "none", "Shown on the accessibility page and in `/.well-known/security.txt`"],
  ["SESSION_IDLE_MINUTES", "`30`", "A person is signed out after this long without a request"],
  ["SESSION_ABSOLUTE_HOURS", "`12`", "A person is signed out this long after signing in, whatever they do"],
  [
    "TRUST_PROXY",
    "none",
    "Addresses of the proxies in front, separated by commas: an address, a range such as `10.0.0.0/8`, `loopback` or `uniquelocal`. `X-Forwarded-*` from anybody else is ignored",
  ],
  [
    "LOG_LEVEL",
    "`info`",
    "`fatal`, `error`, `warn`, `info`, `debug` or `silent`. The log is JSON, one line an event, on standard output",
  ],
  [
    "PUBLISHER_PREFIX",
    "none",
    "The prefix that 360Giving gave the publisher, such as `AshdownCouncil`. It begins the identifier of every grant, so it never changes",
  ],
  [
    "ORGANISATION_IDENTIFIERS",
    "none",
    "What official lists call organisations, for 360Giving: `Ashdown Council=GB-LAE-ASH; Home Office=GB-GOR-D16`",
  ],
  ["DATABASE_POOL_SIZE", "`5`", "The most connections to a PostgreSQL server"],
] as const satisfies readonly (readonly [name: string, standard: string, explanation: string])[];

/** The environment cannot be used; the message has a line for each variable that is wrong. */
export class ConfigurationError extends Error {
  override name = "ConfigurationError";
}

const wholeNumber = (standard: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .default(String(standard))
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`);

const name = (standard: string) => z.string().max(100, "must be 100 characters or fewer").default(standard);

const variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:(?!:memory:).+|postgres(ql)?:\/\/.+)$/,
      "must be sqlite:path/to/file or postgres://user:password@host/database",
    )
    .default("sqlite:data/register.sqlite"),
  PUBLIC_URL: z.string().optional(),
  PORT: wholeNumber(3000, 0, 65535),
  HOST: z.string().optional(),
  ORGANISATION_NAME: name("Community safety partnerships"),
  SERVICE_NAME: name("Community safety funding register"),
  BRAND_COLOUR: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "must be # and 6 hexadecimal digits, like #1d70b8")
    .default("#1d70b8"),
  CONTACT_EMAIL: z.email("must be an email address").optional(),
  SESSION_IDLE_MINUTES: wholeNumber(30, 1, 24 * 60),
  SESSION_ABSOLUTE_HOURS: wholeNumber(12, 1, 7 * 24),
  TRUST_PROXY: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((peer) => peer.trim())
        .filter(Boolean),
    )
    .refine(
      (peers) => peers.every(isPeer),
      "must list addresses such as 10.0.0.1, 10.0.0.0/8, loopback or uniquelocal",
    ),
  PUBLISHER_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/, "must be letters, digits and hyphens")
    .refine((prefix) => !/^360G-/i.test(prefix), "must be without 360G-, which stands before it by itself")
    .optional(),
  ORGANISATION_IDENTIFIERS: z
    .string()
    .default("")
    .transform((text) => text.split(";").map((pair) => pair.split("=").map((part) => part.trim())))
    .transform((pairs) => pairs.filter((pair) => pair.some((part) => part !== "")))
    .refine(
      (pairs) =>
        pairs.every(([name, id, ...rest]) => name && id && rest.length === 0 && /^[^\s/]+$/.test(id)),
      "must be pairs such as Home Office=GB-GOR-D16, with semicolons between them",
    )
    .transform((pairs) => Object.fromEntries(pairs) as Record<string, string>),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
  DATABASE_POOL_SIZE: wholeNumber(5, 1, 100),
});

/**
 * Reads the configuration. A variable that is set but empty counts as not set.
 * @throws ConfigurationError that names each variable that is wrong.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(CONFIGURATION.map(([key]) => [key, source[key]?.trim() || undefined]));
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new ConfigurationError(lines.join("\n"));
  }
  const values = parsed.data;
  const publicUrl = readPublicUrl(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`);
  return {
    databaseUrl: values.DATABASE_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    publicUrl: publicUrl.origin,
    secure: publicUrl.protocol === "https:",
    port: values.PORT,
    host: values.HOST ?? (isLocal(publicUrl) ? "127.0.0.1" : "0.0.0.0"),
    organisationName: values.ORGANISATION_NAME,
    serviceName: values.SERVICE_NAME,
    brandColour: values.BRAND_COLOUR,
    contactEmail: values.CONTACT_EMAIL ?? null,
    sessionIdleMinutes: values.SESSION_IDLE_MINUTES,
    sessionAbsoluteHours: values.SESSION_ABSOLUTE_HOURS,
    trustProxy: values.TRUST_PROXY,
    publisherPrefix: values.PUBLISHER_PREFIX ?? null,
    organisationIdentifiers: values.ORGANISATION_IDENTIFIERS,
    logLevel: values.LOG_LEVEL,
  };
}

function readPublicUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConfigurationError("PUBLIC_URL must be an address such as https://funding.example.gov.uk");
  }
  if (url.pathname !== "/" || url.search || url.hash || url.username) {
    throw new ConfigurationError(
      "PUBLIC_URL must have no path: the service stands at the root of its address",
    );
  }
  if (url.protocol === "http:" && !isLocal(url)) {
    throw new ConfigurationError("PUBLIC_URL must start with https:// (plain http is for localhost only)");
  }
  return url;
}

function isLocal(url: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}

function isPeer(peer: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(peer)) return true;
  const [address = "", bits, ...rest] = peer.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

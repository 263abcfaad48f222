import type { Visitor } from "./access-kinds.ts";
import { canariesIn } from "./canary.ts";
import type { Answer } from "./send.ts";
import type { World } from "./world.ts";

/** What an answer shows that its visitor must not see: canaries in any header or in the body, and secrets. */
export function leaksIn(
  { headers, text }: Answer,
  world: World,
  { path }: { path: string },
  visitor: Visitor,
): string[] {
  const { "x-request-id": _id, "content-security-policy": _policy, ...others } = headers;
  // The hidden key of a form is drawn by lot.
  const all = `${JSON.stringify(others)}\n${text}`.replace(
    /(name="form-key" value="|"formKey":")[\w-]*/g,
    "",
  );
  const secrets = world.secrets
    .filter((secret) => all.includes(secret))
    .map((secret) => `the secret ${secret}`);
  const managesPeople = visitor === "administrator" && /^\/(exports\/)?people(\/|$)/.test(path);
  // Of every entry administrators read what was done to which record, and not what stood there.
  const readsTheLog = visitor === "administrator" && /^\/exports\/audit\/file/.test(path);
  const known = [
    ...(managesPeople ? [/KANARIE person name|kanarie@cedar\.example/g] : []),
    ...(readsTheLog ? [/KANARIE (action|record type|record id)\b/g] : []),
  ];
  const seen = known.reduce((text, each) => text.replaceAll(each, ""), all);
  return [...canariesIn(seen).map((canary) => `a canary: ${canary}`), ...secrets];
}

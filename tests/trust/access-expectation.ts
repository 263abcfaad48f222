import { RECORDS, type Row, type Visitor } from "./access-kinds.ts";
import type { BuiltRoute } from "./built-routes.ts";
import type { Answer } from "./send.ts";
import type { Standing } from "./standings.ts";

/** What the table says that an answer must be. */
export type Expected = "allowed" | "sign in" | "refused" | "not found" | "takes no form";

const SEES: Record<Standing, (visitor: Visitor) => boolean> = {
  own: () => true,
  "own, tied to foreign": () => true,
  "joint, Birch leads": () => true,
  "joint, nobody leads": () => true,
  "next door": (visitor) => visitor === "straddler",
  foreign: () => false,
  "foreign inside own": () => false,
  missing: () => false,
};

/** The lead's people write, and any partner's where no lead is recorded; a reader writes nowhere. */
const WRITES: readonly Standing[] = ["own", "own, tied to foreign", "joint, nobody leads"];

/** What the table says of a visitor who asks for a record, by opening a page or by sending a form. */
export function expected(
  row: Row,
  method: "load" | "post",
  visitor: Visitor,
  standing: Standing | null,
): Expected {
  if (method === "post" && !row.post) return "takes no form";
  const who = method === "post" ? (row.post ?? []) : row.load;
  if (!who.includes(visitor)) return visitor === "anonymous" ? "sign in" : "refused";
  if (standing === null || !row.record) return "allowed";
  const { seen, written } = RECORDS[row.record];
  if (standing === "missing" || standing === "foreign inside own") return "not found";
  if (seen === "its partnerships" && !SEES[standing](visitor)) return "not found";
  const writes = method === "post" || row.toWrite === true;
  const administers = row.load.every((one) => one === "administrator");
  if (writes && written === "its partnerships" && !administers && !WRITES.includes(standing))
    return "refused";
  return "allowed";
}

/** Whether an answer is what the table says; for a record that the visitor must not know of, only its kind. */
export function isAsExpected(answer: Answer, says: Expected, method: "load" | "post", row: Row): boolean {
  const { status } = answer;
  const toSignIn = status === 303 && String(answer.headers.location).startsWith("/sign-in?next=");
  switch (says) {
    case "sign in":
      // What was typed is kept on the page that asks for it.
      return toSignIn || (method === "post" && status === 401);
    case "refused":
      // Who may do nothing with such records at all need not be told which of them there are.
      return status === 403 || (status === 404 && row.record !== undefined);
    case "not found":
      // What everybody may read is no secret: there a person may be told that it is not theirs to write.
      return (
        status === 404 || (status === 403 && row.record !== undefined && RECORDS[row.record].seen === "all")
      );
    case "takes no form":
      return status === 405;
    case "allowed":
      if (method === "load") return (row.opens ?? [200]).includes(status) && !toSignIn;
      return (
        (row.sends ?? []).includes(status) || (![403, 404, 405].includes(status) && status < 500 && !toSignIn)
      );
  }
}

/** The same for a request for the data of a page alone: it is answered 204 where a page sends the browser elsewhere. */
export function dataIsAsExpected(answer: Answer, says: Expected, row: Row): boolean {
  const to = String(answer.headers["x-remix-redirect"] ?? "");
  if (says === "sign in") return answer.status === 204 && to.startsWith("/sign-in?next=");
  if (says !== "allowed") return isAsExpected(answer, says, "load", row);
  return (row.opens ?? [200]).includes(answer.status === 204 ? 303 : answer.status);
}

/** Routes that no row speaks of, and rows that speak of no route. */
export function uncovered(routes: readonly Pick<BuiltRoute, "path">[], rows: readonly Row[]): string[] {
  const paths = new Set(routes.map(({ path }) => path));
  const told = new Set(rows.map(({ path }) => path));
  return [
    ...[...paths].filter((path) => !told.has(path)).map((path) => `${path} has no row in access-table.ts`),
    ...[...told].filter((path) => !paths.has(path)).map((path) => `${path} has a row and no route`),
  ];
}

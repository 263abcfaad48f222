import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { VERSION_KINDS } from "#app/awards/index.ts";
import { ONWARD_ACTIONS } from "#app/awards/onward/onward-actions.ts";
import { BID_ACTIONS } from "#app/bids/bid.status.ts";
import { BID_ACTION_WORDS } from "#app/bids/bid-words.ts";
import { CLAIM_ACTIONS } from "#app/claims/claim.status.ts";
import { changedBy, changeWords } from "#app/home/since-last-visit/change-words.ts";

test("what others did is said in plain words, whatever the audit calls it", () => {
  expect(changeWords({ action: "record refusal of bid", times: 1 })).toBe(
    "Recorded that the bid was unsuccessful",
  );
  const audited = [
    ...BID_ACTIONS.map((action) => BID_ACTION_WORDS[action].audited),
    ...ONWARD_ACTIONS.map((action) => `${action} of onward grant`),
    ...CLAIM_ACTIONS.map((action) => `${action.replaceAll("_", " ")} of claim`),
    ...Object.keys(VERSION_KINDS).map((kind) => `seal ${kind} version`),
  ];
  const bare = audited.filter((action) => changeWords({ action, times: 1 }).toLowerCase() === action);
  expect(bare).toEqual([]);
});

test("no action on a bid, an award, a claim or a project is left in the words of the audit", () => {
  const ofRecords =
    /action: ("[^"]+"|`[^`]+`|[^,\n]+),\s*\n[^}]*?(?:recordType: "(?:bid|award|claim|project)"|\.\.\.auditedRecord)/g;
  const sources = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  const actions = sources.flatMap((path) =>
    [...readFileSync(join("app", path), "utf8").matchAll(ofRecords)].flatMap(([, said = ""]) =>
      [...said.matchAll(/"([a-z][^"]* [^"]+)"/g)].flatMap(([, action]) => action ?? []),
    ),
  );
  expect(actions).toContain("change condition of award");
  expect(actions).toContain("add attachment");
  const bare = actions.filter((action) => changeWords({ action, times: 1 }).toLowerCase() === action);
  expect(bare).toEqual([]);
});

test("what the words do not know yet is said as the audit has it", () => {
  expect(changeWords({ action: "move award to the moon", times: 1 })).toBe("Move award to the moon");
});

test("what no person did, the operator of the register did", () => {
  expect(changedBy({ by: "Mina Manager" })).toBe("Mina Manager");
  expect(changedBy({ by: null })).toBe("The operator of the register");
});

import { describe, expect, it } from "vitest";
import { teamSchema } from "./team.schema.ts";

const read = (team: object) => teamSchema.safeParse({ version: "1", ...team });

describe("the team of a bid", () => {
  it("may be nobody, or people who each have one part", () => {
    expect(read({ ownerId: "" }).data).toEqual({ version: 1, ownerId: null, helperIds: [], watcherIds: [] });
    expect(read({ ownerId: "3", helperIds: ["4", "5"], watcherIds: ["6"] }).success).toBe(true);
  });

  it.each([
    ["helperIds", { ownerId: "3", helperIds: ["3"] }],
    ["watcherIds", { ownerId: "3", watcherIds: ["3"] }],
    ["watcherIds", { ownerId: "", helperIds: ["4"], watcherIds: ["4"] }],
  ])("has nobody twice: %s", (field, team) => {
    expect(read(team).error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { describe, expect, test } from "vitest";

const MAX_LINES = 300;
const VAGUE = /^(utils?|helpers?|misc|common|services?|managers?)$/;
const CODE = /\.(tsx?|mjs|scss)$/;

const files = ["app", "db", "tests", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
);

const lines = (text: string) => text.split("\n").length - 1;
const isVague = (path: string) => path.split(sep).some((part) => VAGUE.test(part.split(".")[0] ?? ""));
const isKebab = (path: string) => /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(basename(path));
/** The word for an engine as a value: code that asks which one it is on. */
const asksForEngine = (text: string) => /["'`](sqlite|postgres|postgresql)["'`]/.test(text);

describe("the files of the program", () => {
  test("are none of them longer than 300 lines", () => {
    expect(files.filter((file) => CODE.test(file) && lines(readFileSync(file, "utf8")) > MAX_LINES)).toEqual(
      [],
    );
    expect(lines("a\n".repeat(301))).toBeGreaterThan(MAX_LINES);
  });

  test("are named after what they hold", () => {
    expect(files.filter(isVague)).toEqual([]);
    expect(
      ["app/utils/date.ts", "app/bids/helpers.ts", "app/common/x.ts", "app/bids/bid.ts"].map(isVague),
    ).toEqual([true, true, true, false]);
  });

  test("are written in lower case with hyphens", () => {
    expect(files.filter((file) => CODE.test(file) && !isKebab(file))).toEqual([]);
    expect(
      ["app/BidForm.tsx", "app/bid_form.tsx", "app/bid-form.tsx", "app/bid.rules.test.ts"].map(isKebab),
    ).toEqual([false, false, true, true]);
  });

  test("do not know which database they talk to, outside db/dialect", () => {
    const outside = files.filter(
      (file) => /^(app|db)\//.test(file) && CODE.test(file) && !/^db\/dialect\/|\.test\.ts$/.test(file),
    );
    expect(outside.filter((file) => asksForEngine(readFileSync(file, "utf8")))).toEqual([]);
    expect(['if (engine === "sqlite")', '"sqlite:data/register.sqlite"'].map(asksForEngine)).toEqual([
      true,
      false,
    ]);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const DOCUMENTS = ["docs/security.md", "docs/trust.md", "docs/decisions/0002-remix-2-and-its-advisories.md"];
const FOLDERS = ["app", "db", "tests", "docs", "benchmarks", "scripts"];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
);
const names = new Set(files.map((file) => basename(file)));

/** Files and folders in code marks: with a folder as they are, others by their name alone. */
function filesNamed(text: string): string[] {
  const marked = [...text.matchAll(/`([\w./-]+)`/g)].map(([, name = ""]) => name);
  return marked.filter((name) => /\.(tsx?|json|md|mjs)$/.test(name) || /^(app|db|tests)\//.test(name));
}

/** "platform/sessions" and "accounts/throttling": the integration tests, as docs/security.md says. */
function testsNamed(text: string): string[] {
  return [...text.matchAll(/(?<![\w./])(platform|accounts)\/([a-z-]+)(?![\w/.-]*`)/g)].map(
    ([, domain, name]) => `tests/integration/${domain}/${name}.test.ts`,
  );
}

test.each(DOCUMENTS)("every file and test that %s names as evidence is there", (document) => {
  const text = readFileSync(document, "utf8");
  const isThere = (name: string) => existsSync(name) || (!name.includes("/") && names.has(name));
  const named = [...filesNamed(text), ...testsNamed(text)];
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});

test("every item of the chapters of the standard stands in docs/security.md with a verdict", () => {
  const text = readFileSync("docs/security.md", "utf8");
  const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+)[^|]*\|[^|]*\| ([^|]+) \| [^|]+ \|$/gm)];
  const chapters = new Set(rows.map(([, item = ""]) => Number(item.split(".")[0])));
  expect([...chapters].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  for (const [, item, verdict = ""] of rows) {
    expect([item, verdict]).toEqual([
      item,
      expect.stringMatching(
        /^(met|met, with exceptions|met here|met for the audit|\*\*not met\*\*|n\/a|deployment)$/,
      ),
    ]);
  }
});

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { DATASET_NAMES } from "#app/exports/export.ts";
import routes from "#app/routes.ts";
import { EXPORTED_BESIDE, NOT_EXPORTED } from "./not-exported.ts";

type Source = { text: string; tree: ts.SourceFile };
const read = new Map<string, Source>();

function sourceOf(file: string): Source {
  const known = read.get(file);
  if (known) return known;
  const text = readFileSync(file, "utf8");
  const source = {
    text,
    tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
  };
  read.set(file, source);
  return source;
}

function resolved(from: string, specifier: string): string | null {
  const path = specifier.startsWith("#app/")
    ? specifier.replace("#app/", "app/")
    : specifier.startsWith(".") && normalize(join(dirname(from), specifier));
  return path && existsSync(path) ? path : null;
}

/** The file that a name comes from, through the front doors that pass it on. */
function origin(file: string, name: string): string | null {
  for (const statement of sourceOf(file).tree.statements) {
    const isPassing = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    if (!isPassing || !statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const names = ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : statement.exportClause;
    if (!names || !("elements" in names) || !names.elements.some((each) => each.name.text === name)) continue;
    const from = resolved(file, statement.moduleSpecifier.text);
    if (from === null) return null;
    return /\/index\.ts$/.test(from) ? origin(from, name) : from;
  }
  return null;
}

/** The names of the elements that a file shows: "Table", "ul". */
function shownIn(file: string): Set<string> {
  const names = new Set<string>();
  const walk = (node: ts.Node): void => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) names.add(node.tagName.getText());
    // A page that is a component of its domain and nothing besides.
    if (ts.isExportAssignment(node) && ts.isIdentifier(node.expression)) names.add(node.expression.text);
    node.forEachChild(walk);
  };
  walk(sourceOf(file).tree);
  return names;
}

/** True of a file that lists records: in a table, or as the items of a list made of rows. */
function lists(file: string): boolean {
  const shown = shownIn(file);
  if (shown.has("Table") || shown.has("table")) return true;
  return (shown.has("ul") || shown.has("ol")) && /\.map\(/.test(sourceOf(file).text);
}

/** True of a page that lists records itself or by a component of a domain, however deep. */
function showsList(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  if (lists(file)) return true;
  return [...shownIn(file)]
    .filter((name) => /^[A-Z]/.test(name))
    .map((name) => origin(file, name))
    .some((from) => from?.startsWith("app/") && !from.startsWith("app/ui/") && showsList(from, seen));
}

type Route = { file: string; children?: Route[] };
const PAGES = (routes as Route[]).flatMap(({ file, children = [] }) => [
  file,
  ...children.map((child) => child.file),
]);
const LISTS = PAGES.filter((page) => showsList(`app/${page}`));
/** What a page's own file says of the files that it leads to. */
const leadsTo = (page: string) =>
  [...sourceOf(`app/${page}`).text.matchAll(/\/exports\/([\w-]+)/g)].map(([, name = ""]) => name);
const isExported = (page: string) => leadsTo(page).length > 0 || page in EXPORTED_BESIDE;
const reasons = new Map(NOT_EXPORTED.flatMap(({ pages, reason }) => pages.map((page) => [page, reason])));

describe("every page that lists records", () => {
  test("leads to a file of them, or says why there is none", () => {
    expect(LISTS.length).toBeGreaterThan(60);
    expect(LISTS.filter((page) => !isExported(page) && !reasons.has(page))).toEqual([]);
  });

  test("leads to files that there are", () => {
    const names: readonly string[] = DATASET_NAMES;
    const all = [...LISTS.flatMap(leadsTo), ...Object.values(EXPORTED_BESIDE)];
    expect(all.filter((name) => !names.includes(name))).toEqual([]);
  });

  test("stands in the table once, and nothing else does", () => {
    const inTable = [...NOT_EXPORTED.flatMap(({ pages }) => pages), ...Object.keys(EXPORTED_BESIDE)];
    expect(inTable.filter((page) => !LISTS.includes(page) || leadsTo(page).length > 0)).toEqual([]);
    expect(new Set(inTable).size).toBe(inTable.length);
  });
});

test("a list is found in a page, in a component of its domain and behind a front door", () => {
  expect(lists("app/funds/funders.page.tsx")).toBe(true);
  expect(lists("app/priorities/themes.page.tsx")).toBe(true);
  expect(showsList("app/tasks/your-tasks.page.tsx")).toBe(true);
  expect(showsList("app/partnerships/partnership.page.tsx")).toBe(true);
  expect(showsList("app/accounts/sign-out.page.tsx")).toBe(false);
});

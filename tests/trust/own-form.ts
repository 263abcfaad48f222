import { expected } from "./access-expectation.ts";
import type { Visitor } from "./access-kinds.ts";
import type { Cell, Fields } from "./access-matrix.ts";
import { type PageForm, pageForms, plainAnswers } from "./page-forms.ts";
import type { World } from "./world.ts";

/** The form that a page sends to its own address, filled in plainly: from the cell itself, or from the same page's own record. */
export async function formOf(world: World, cells: readonly Cell[], cell: Cell): Promise<Fields> {
  const own = cells.find((other) => other.row === cell.row && other.standing === "own") ?? cell;
  for (const { row, standing, path } of [cell, own]) {
    const visitor = row.post?.find((one) => expected(row, "load", one, standing) === "allowed");
    if (!visitor || expected(row, "post", visitor, standing) !== "allowed") continue;
    const form = await ownPageForm(world, path, visitor, row.formAt);
    if (form) return withFields(plainAnswers(form), row.fields ?? {});
  }
  return Object.entries(cell.row.fields ?? {});
}

/** The form of a page that goes to the page's own address; null where the page has none. */
export async function ownPageForm(
  world: World,
  path: string,
  visitor: Visitor,
  formAt = "",
): Promise<PageForm | null> {
  const page = await world.get(path + formAt, visitor);
  const forms = pageForms(page.text).filter(({ method }) => method === "post");
  return forms.find(({ action }) => action === null || action.split("?")[0] === path) ?? null;
}

function withFields(answers: Fields, fields: Record<string, string>): Fields {
  const others = answers.filter(([name]) => !(name in fields));
  return [...others, ...Object.entries(fields)];
}

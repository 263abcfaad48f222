import { expected } from "./access-expectation.ts";
import type { Row, Visitor } from "./access-kinds.ts";
import type { Cell } from "./access-matrix.ts";
import { ownPageForm } from "./own-form.ts";
import { type FormField, type PageForm, pageForms, plainAnswers } from "./page-forms.ts";
import type { Answer } from "./send.ts";
import type { World } from "./world.ts";

/** A form that knows which version of its record it was opened on, and who opened it. */
type VersionedForm = { cell: Cell; visitor: Visitor; form: PageForm };

const WRITABLE: readonly unknown[] = [null, "own", "joint, nobody leads", "own, tied to foreign"];

/**
 * Sends every form that carries a version several times at once, page after page.
 * @returns how many pages that was, and what was not as it should be, a page for changing whose form has no version included.
 */
export async function checkLateForms(
  world: World,
  cells: readonly Cell[],
  people: number,
): Promise<{ pages: number; findings: string[] }> {
  const writable = cells.filter(({ row, standing }) => row.post && WRITABLE.includes(standing));
  const rows = [...new Set(writable.map(({ row }) => row))].sort((a, b) => turnOf(a) - turnOf(b));
  const open = async (row: Row) => {
    for (const cell of writable.filter((one) => one.row === row)) {
      const opened = await versionedForm(world, cell);
      if (opened) return opened;
    }
    return null;
  };
  const first = new Map<Row, boolean>();
  for (const row of rows) first.set(row, (await open(row)) !== null);
  const findings: string[] = [];
  for (const row of rows) {
    // What another form has meanwhile sealed or sent on is tried on the next record of its kind.
    const opened = await open(row);
    if (opened) findings.push(...(await sendAtOnce(world, opened, people)));
    else if (first.get(row)) findings.push(`${row.path} has no record left to try its form on`);
    else if (row.path.endsWith("/edit")) findings.push(`${row.path} has a form without a version`);
  }
  return { pages: [...first.values()].filter(Boolean).length, findings };
}

/** What changes a record comes before what ends it: to a round that is withdrawn nothing is sent any more. */
function turnOf({ path }: Row): number {
  if (path.endsWith("/edit")) return 0;
  return path.endsWith("/withdraw") ? 2 : 1;
}

/** The form of a page as it stands now, where it carries a version; null where the page has none, or none any more. */
async function versionedForm(world: World, cell: Cell): Promise<VersionedForm | null> {
  const { row, standing, path } = cell;
  const visitor = row.post?.find((one) => expected(row, "post", one, standing) === "allowed");
  const form = visitor && (await ownPageForm(world, path, visitor, row.formAt));
  if (!visitor || !form) return null;
  return form.fields.some(({ name }) => name === "version") ? { cell, visitor, form } : null;
}

/** The fields into which a person writes freely, so that each can write something else. */
function freeTexts(form: PageForm): FormField[] {
  return form.fields.filter(
    ({ name, type }) =>
      ["text", "textarea"].includes(type) &&
      !/-(day|month|year)$|pence|amount|percent|points|share|url|time|value|target|changed|perArea|period/i.test(
        name,
      ),
  );
}

/**
 * Several people open the same form and send it at once, each with something else in every free text. One may win; each
 * other is to be answered 409 by a page that keeps what they typed, shows what the winner's says beside it, and can be
 * sent again from there.
 * @returns what was not so.
 */
async function sendAtOnce(world: World, opened: VersionedForm, people: number): Promise<string[]> {
  const { cell, visitor, form } = opened;
  const texts = freeTexts(form).filter(({ name }) => !(name in (cell.row.fields ?? {})));
  const typed = (index: number, { name }: FormField) => `Typed by ${index} as ${name.replace(/\W/g, " ")}`;
  const answersOf = (index: number): [string, string][] => {
    const given = Object.entries(cell.row.fields ?? {});
    const plain = plainAnswers(form).filter(([name]) => !(name in (cell.row.fields ?? {})));
    return [...plain, ...given].map(([name, value]) => {
      const text = texts.find((field) => field.name === name);
      return [name, text ? typed(index, text) : value];
    });
  };
  const answers = await Promise.all(
    Array.from({ length: people }, (_, index) => world.post(cell.path, answersOf(index), visitor)),
  );
  const what = `${cell.path}${cell.row.fields?.intent ? ` (${cell.row.fields.intent})` : ""}`;
  const winners = answers.flatMap((answer, index) => (answer.status === 303 ? [index] : []));
  const statuses = [...new Set(answers.map(({ status }) => status))].sort().join(", ");
  const { doneAlready } = cell.row;
  // The many are one person here: who comes late enough is told what they have done.
  const toldSo = ({ status, text }: Answer) =>
    status === 403 && doneAlready !== undefined && text.includes(doneAlready);
  if (
    winners.length !== 1 ||
    answers.some((answer) => ![303, 409].includes(answer.status) && !toldSo(answer))
  ) {
    return [`${what} was answered ${statuses}, and ${winners.length} of ${people} won`];
  }
  const late = answers.flatMap((answer, index) => (answer.status === 409 ? [{ answer, index }] : []));
  const findings = late.flatMap(({ answer, index }) =>
    problemsOf(answer, form, texts, (field, of) => typed(of, field), index, winners[0] ?? -1),
  );
  return [...new Set(findings)].map((finding) => `${what}: ${finding}`);
}

function problemsOf(
  answer: Answer,
  opened: PageForm,
  texts: readonly FormField[],
  typed: (field: FormField, index: number) => string,
  index: number,
  winner: number,
): string[] {
  const shown = answer.text.replace(/<script\b[\s\S]*?<\/script>/g, "");
  const again = pageForms(answer.text).find(({ fields }) => fields.some(({ name }) => name === "version"));
  if (!again) {
    // The record has moved on, so that the form fits it no more: what was typed is given back to read.
    const lost = texts.filter((field) => !shown.includes(typed(field, index)));
    return lost.map(({ name }) => `what was typed in ${name} is lost`);
  }
  const before = opened.fields.find(({ name }) => name === "version")?.value;
  const after = again.fields.find(({ name }) => name === "version")?.value;
  return [
    ...(shown.includes("Somebody else changed this") ? [] : ["nobody is told that somebody else changed it"]),
    ...(before === after ? ["sent again it would be late again"] : []),
    ...texts.flatMap((field) => [
      ...(again.fields.find(({ name }) => name === field.name)?.value === typed(field, index)
        ? []
        : [`what was typed in ${field.name} is not kept`]),
      ...(shown.includes(typed(field, winner)) ? [] : [`what ${field.name} says now is not shown`]),
    ]),
  ];
}

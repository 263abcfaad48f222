import { expected } from "./access-expectation.ts";
import type { Visitor } from "./access-kinds.ts";
import type { Cell, Fields } from "./access-matrix.ts";
import { ownPageForm } from "./own-form.ts";
import { type FormField, type PageForm, plainAnswers } from "./page-forms.ts";
import { encoded, encodeText, PAYLOADS, type Payload } from "./payloads.ts";
import { type Sent, URL_ENCODED } from "./send.ts";
import type { World } from "./world.ts";

type Random = () => number;

/**
 * The next step of a long story that is kept: one of the forms is opened as it is by now, answered at random from what it
 * offers, spoilt in one field or in none, and sent. Null where the page has no form any more.
 */
export async function nextStep(world: World, cells: readonly Cell[], random: Random): Promise<Sent | null> {
  const forms = cells.filter(
    ({ row, standing }) => row.post && (standing === null || WRITABLE.includes(standing)),
  );
  const cell = pick(forms, random) as Cell;
  const { row, standing, path } = cell;
  const writers = (row.post ?? []).filter((one) => expected(row, "post", one, standing) === "allowed");
  const visitor = pick(writers, random) as Visitor;
  const form = await ownPageForm(world, path, visitor, row.formAt);
  if (!form) return null;
  const answers = random() < 0.5 ? plainAnswers(form) : answeredAtRandom(form, random);
  const given = Object.entries(row.fields ?? {}).filter(([name]) => name !== "intent");
  const body = spoilt(
    [...answers.filter(([name]) => !given.some(([own]) => own === name)), ...given],
    random,
  );
  return {
    method: "POST",
    path,
    body,
    headers: {
      cookie: world.cookie(visitor) ?? "",
      origin: world.origin,
      "content-type": URL_ENCODED,
      "content-length": String(Buffer.byteLength(body)),
    },
  };
}

const WRITABLE: readonly unknown[] = ["own", "own, tied to foreign", "joint, nobody leads"];

function answeredAtRandom(form: PageForm, random: Random): Fields {
  const names = [...new Set(form.fields.map(({ name }) => name))];
  const plain = new Map(plainAnswers(form));
  return names.flatMap((name): Fields => {
    const inputs = form.fields.filter((field) => field.name === name);
    const [first] = inputs as [FormField, ...FormField[]];
    const choose = (values: readonly string[]): Fields =>
      values.length ? [[name, pick(values, random) as string]] : [];
    if (first.type === "checkbox") {
      return inputs.filter(() => random() < 0.3).map(({ value }): [string, string] => [name, value]);
    }
    if (first.type === "select") return choose(first.options);
    if (first.type === "radio" || first.type === "submit") return choose(inputs.map(({ value }) => value));
    if (first.type !== "hidden" && random() < 0.3)
      return choose(["", "1", "2,500", "0", "99999999", "£12.34"]);
    return [[name, plain.get(name) ?? first.value]];
  });
}

function spoilt(answers: Fields, random: Random): string {
  const at = random() < 0.6 ? Math.floor(random() * answers.length) : -1;
  return answers
    .map(([name, value], index) => {
      const payload = index === at ? encoded(pick(PAYLOADS, random) as Payload) : encodeText(value);
      return `${encodeText(name)}=${payload}`;
    })
    .join("&");
}

function pick<Value>(many: readonly Value[], random: Random): Value | undefined {
  return many[Math.floor(random() * many.length)];
}

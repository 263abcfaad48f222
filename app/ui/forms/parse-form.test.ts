import { describe, expect, test } from "vitest";
import { z } from "zod";
import { errorList, flatMessages } from "./error-list.ts";
import { dateField, moneyField, rowsOf, textField } from "./fields.ts";
import { parseForm, refuse } from "./parse-form.ts";

const schema = z
  .object({
    title: textField({ label: "Title", max: 140, required: "Enter a title" }),
    decidedOn: dateField({ label: "Decision date" }),
    lines: rowsOf(z.object({ amountPence: moneyField() })),
  })
  .refine((bid) => bid.title !== "total", "The lines must add up");

function parse(query: string) {
  return parseForm(schema, new URLSearchParams(query));
}

describe("parseForm", () => {
  test("gives the data of a good form, and what was typed", () => {
    expect(parse("title=Safer+streets&lines.0.amountPence=75")).toEqual({
      ok: true,
      data: { title: "Safer streets", decidedOn: null, lines: [{ amountPence: 7500 }] },
      values: { title: "Safer streets", lines: [{ amountPence: "75" }] },
    });
  });

  test("gives a message for each field, nested names joined by dots", () => {
    expect(parse("title=&lines.0.amountPence=1&lines.1.amountPence=x&decidedOn-year=24")).toMatchObject({
      ok: false,
      errors: {
        title: "Enter a title",
        decidedOn: "Decision date must include a year of 4 digits, like 2024",
        "lines.1.amountPence": "The amount must be in pounds, like 1,250 or 1,250.50",
      },
    });
  });

  test("puts a message about the whole form under 'form'", () => {
    expect(parse("title=total")).toMatchObject({ ok: false, errors: { form: "The lines must add up" } });
  });

  test("never gives a password back", () => {
    const form = parseForm(
      z.object({ email: z.string().min(99) }),
      new URLSearchParams(
        "email=a&password=secret&newPassword=secret&people.0.password=secret&people.0.name=b",
      ),
    );
    expect(form).toMatchObject({ ok: false, values: { email: "a", people: [{ name: "b" }] } });
    expect(JSON.stringify(form)).not.toContain("secret");
    expect(JSON.stringify(refuse({ values: { password: "secret" } }, {}))).not.toContain("secret");
  });
});

describe("the error summary", () => {
  test("links to the first input of a field, and to the part of a date to mend", () => {
    const form = parse("title=&decidedOn-day=6&decidedOn-month=8&decidedOn-year=&lines.0.amountPence=x");
    if (form.ok) throw new Error("The form should be refused");
    expect(errorList(form.errors, form.values).map((error) => error.href)).toEqual([
      "#title",
      "#decidedOn-year",
      "#lines-0-amountPence",
    ]);
  });

  test("has no link for the whole form", () => {
    expect(errorList({ form: "The lines must add up" }, {})).toEqual([{ text: "The lines must add up" }]);
  });

  test("reads the nested errors of react-hook-form", () => {
    const errors = {
      title: { type: "custom", message: "Enter a title", ref: {} },
      lines: [undefined, { a: { message: "x" } }],
    };
    expect(flatMessages(errors)).toEqual({ title: "Enter a title", "lines.1.a": "x" });
  });
});

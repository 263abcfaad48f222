import { describe, expect, test } from "vitest";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { compareSchema, measureSchema, newMeasureSchema } from "./measure.schema.ts";
import { newReadingSchema } from "./reading.schema.ts";

const MEASURE = { subject: "project-12", name: "Shoplifting", unit: "incidents" };
const READING = { kind: "reading", period: "2019/20", value: "351" };

function errorsOf(schema: Parameters<typeof parseForm>[0], fields: Record<string, string>) {
  const form = parseForm(schema, Object.entries(fields));
  return form.ok ? {} : form.errors;
}

describe("the form of a measure", () => {
  test("a percentage has no cost per unit", () => {
    const typed = { ...MEASURE, unit: "per cent", costCaveat: "Staff time is not in it" };
    const form = parseForm(newMeasureSchema, Object.entries(typed));
    expect(form.ok ? {} : form.errors).toHaveProperty("costCaveat");
  });

  test("asks for whose it is, a name and a unit, and takes the rest as not recorded", () => {
    const form = parseForm(newMeasureSchema, Object.entries(MEASURE));
    expect(form.ok && form.data).toEqual({
      subject: { kind: "project", id: 12 },
      name: "Shoplifting",
      unit: "incidents",
      measureSource: null,
      area: null,
      better: null,
      caveat: null,
      targetValue: null,
      targetBy: null,
      statedChange: null,
      statedPercent: null,
      differenceNote: null,
      partOfId: null,
      costCaveat: null,
    });
    expect(errorsOf(newMeasureSchema, {})).toEqual({
      subject: "Choose the project or partnership that it is measured on",
      name: "Enter what is measured",
      unit: "Enter the unit, like incidents or per cent",
    });
    expect(errorsOf(newMeasureSchema, { ...MEASURE, subject: "award-3" })).toHaveProperty("subject");
  });

  test("refuses a per cent whose sign contradicts the words", () => {
    const words = (statedChange: string, statedPercent: string) =>
      errorsOf(newMeasureSchema, { ...MEASURE, statedChange, statedPercent });
    expect(words("a 55% fall", "55")).toEqual({
      statedPercent: "The words speak of a fall: enter the per cent with a minus, like −55",
    });
    expect(words("rose by 5%", "−5")).toEqual({
      statedPercent: "The words speak of a rise: enter the per cent without a minus",
    });
    expect(words("decreased by 31.5%", "−31.5")).toEqual({});
  });

  test("refuses a date by which no target is to be met", () => {
    const by = { "targetBy-month": "3", "targetBy-year": "2026" };
    expect(errorsOf(newMeasureSchema, { ...MEASURE, ...by })).toEqual({
      targetValue: "Enter the target that is to be met by then",
    });
    expect(errorsOf(newMeasureSchema, { ...MEASURE, ...by, targetValue: "300" })).toEqual({});
  });

  test("refuses a target below 0 of what is counted, not of a change", () => {
    expect(errorsOf(newMeasureSchema, { ...MEASURE, targetValue: "−5" })).toEqual({
      targetValue: "Target must be 0 or more: it counts incidents",
    });
    expect(errorsOf(newMeasureSchema, { ...MEASURE, unit: "per cent change", targetValue: "−5" })).toEqual(
      {},
    );
  });

  test("of a change carries the version that it was opened with", () => {
    expect(errorsOf(measureSchema, MEASURE)).toEqual({ version: "Open this page again" });
    expect(errorsOf(measureSchema, { ...MEASURE, version: "1" })).toEqual({});
  });
});

describe("the form of a reading", () => {
  test("takes a value of up to four decimals, or none", () => {
    const value = (typed: string) => {
      const form = parseForm(newReadingSchema, Object.entries({ ...READING, value: typed }));
      return form.ok ? form.data.value : form.errors.value;
    };
    expect([value("4,689"), value("1.5"), value("−0.0001"), value("0"), value("")]).toEqual([
      4689,
      1.5,
      -0.0001,
      0,
      null,
    ]);
    expect(value("1.23456")).toBe("Value must be a number, like 167 or 42.5");
  });

  test("asks for its kind and its period, in words or by its dates", () => {
    expect(errorsOf(newReadingSchema, { period: "2019/20" })).toEqual({
      kind: "Choose whether it is the baseline or a reading",
    });
    expect(errorsOf(newReadingSchema, { kind: "reading", value: "1" })).toEqual({
      period: "Enter the period, in words or by its dates",
    });
    const to = { "periodTo-month": "6", "periodTo-year": "2020" };
    expect(errorsOf(newReadingSchema, { kind: "reading", value: "1", ...to })).toEqual({});
  });

  test("refuses a period that ends before it starts", () => {
    const dates = {
      "periodFrom-month": "7",
      "periodFrom-year": "2020",
      "periodTo-month": "6",
      "periodTo-year": "2020",
    };
    expect(errorsOf(newReadingSchema, { ...READING, ...dates })).toEqual({
      periodTo: "The date the period ends must be the same as or after the date it starts",
    });
  });
});

test("the form of a reading refuses words that contradict its dates, beside the words", () => {
  const whole = {
    ...{ "periodFrom-day": "1", "periodFrom-month": "4", "periodFrom-year": "2025" },
    ...{ "periodTo-day": "31", "periodTo-month": "3", "periodTo-year": "2026" },
  };
  expect(errorsOf(newReadingSchema, { ...READING, ...whole, period: "half-year to September" })).toEqual({
    period: "The words say 6 months, the dates are 12 months: put right which of the two is wrong",
  });
  expect(errorsOf(newReadingSchema, { ...READING, ...whole, period: "2025/26" })).toEqual({});
});

test("measures to compare are a list of numbers, each once, or none", () => {
  const ids = (search: string) => {
    const form = parseForm(compareSchema, new URLSearchParams(search));
    return form.ok && form.data.measureIds;
  };
  expect([ids("measureIds[]=2&measureIds[]=1&measureIds[]=2"), ids(""), ids("measureIds[]=x")]).toEqual([
    [2, 1],
    [],
    false,
  ]);
});

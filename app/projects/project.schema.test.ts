import { expect, test } from "vitest";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { newProjectSchema, projectSchema } from "./project.schema.ts";

const PROJECT = { partnershipId: "3", name: "NEET Project" };

function errorsOf(
  fields: Record<string, string>,
  schema: Parameters<typeof parseForm>[0] = newProjectSchema,
) {
  const form = parseForm(schema, Object.entries(fields));
  return form.ok ? {} : form.errors;
}

test("a project needs a partnership and a name; its strands are one on each line", () => {
  const form = parseForm(newProjectSchema, Object.entries({ ...PROJECT, strands: " One \r\n\r\nTwo\n" }));
  expect(form.ok && form.data).toEqual({
    partnershipId: 3,
    name: "NEET Project",
    description: null,
    startsOn: null,
    endsOn: null,
    statusNote: null,
    status: null,
    strands: ["One", "Two"],
    partners: [],
    places: [],
    partnershipIds: [],
  });
  expect(errorsOf({})).toEqual({
    partnershipId: "Choose a partnership",
    name: "Enter the name of the project",
  });
});

test("strands are at most 50, each of at most 300 characters", () => {
  expect(errorsOf({ ...PROJECT, strands: "x\n".repeat(51) })).toEqual({
    strands: "Enter at most 50 strands",
  });
  expect(errorsOf({ ...PROJECT, strands: "x".repeat(301) })).toEqual({
    strands: "Each strand must be 300 characters or fewer",
  });
});

test("a project does not end before it starts; a month may do both", () => {
  const dates = (from: string, to: string) => ({
    "startsOn-month": from,
    "startsOn-year": "2020",
    "endsOn-month": to,
    "endsOn-year": "2020",
  });
  expect(errorsOf({ ...PROJECT, ...dates("6", "5") })).toEqual({
    endsOn: "The date it ends must be the same as or after the date it starts",
  });
  expect(errorsOf({ ...PROJECT, ...dates("6", "6") })).toEqual({});
});

test("a change carries the version that it was opened with", () => {
  expect(errorsOf(PROJECT, projectSchema)).toEqual({ version: "Open this page again" });
});

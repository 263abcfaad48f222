import { z } from "zod";
import { APPLICANT_KINDS } from "#app/funds/index.ts";
import { choiceField, longTextField, textField } from "#app/ui/forms/fields.ts";
import { filledRows, sectionFields } from "../content/section.schema.ts";

const MOST_WARDS = 60;

/** One ward a line, each once. */
const wardsField = longTextField({ label: "Wards", max: 4000 }).transform((text, ctx): string[] => {
  const names = (text ?? "").split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  const wards = [...new Set(names.filter((name) => name !== ""))];
  if (wards.length > MOST_WARDS) {
    ctx.addIssue({ code: "custom", message: `There can be at most ${MOST_WARDS} wards` });
  }
  return wards;
});

export const areaSchema = z.object({
  wards: wardsField,
  area: longTextField({ label: "Area", max: 2000 }),
  ...sectionFields,
});

export const needSchema = z.object({
  need: longTextField({ label: "Need", max: 8000 }),
  evidence: longTextField({ label: "Evidence", max: 8000 }),
  ...sectionFields,
});

export const exitPlanSchema = z.object({
  exitPlan: longTextField({ label: "Exit plan", max: 8000 }),
  ...sectionFields,
});

export const peopleSchema = z.object({
  applicantKind: choiceField(APPLICANT_KINDS),
  sponsor: textField({ label: "Senior responsible officer", max: 200 }),
  deliveryLead: textField({ label: "Who manages delivery", max: 200 }),
  financeLead: textField({ label: "Finance contact", max: 200 }),
  ...sectionFields,
});

const organisationSchema = z.object({
  name: textField({ label: "Organisation", max: 200 }),
  part: choiceField(["member", "delivery"]).transform((part) => part ?? "member"),
  contribution: textField({ label: "What it does", max: 300 }),
});

export const organisationsSchema = z.object({
  organisations: filledRows(organisationSchema, {
    name: "name",
    message: "Enter the name of the organisation",
    given: ["part"],
  }).superRefine((rows, ctx) => {
    rows.forEach(({ name, part }, index) => {
      const same = rows.findIndex(
        (other) => other.part === part && other.name.toLowerCase() === name.toLowerCase(),
      );
      if (same < index) {
        ctx.addIssue({ code: "custom", path: [index, "name"], message: `${name} stands here twice` });
      }
    });
  }),
  ...sectionFields,
});

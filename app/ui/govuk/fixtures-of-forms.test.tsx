import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Button } from "./button.tsx";
import { Checkboxes } from "./checkboxes.tsx";
import { DateInput } from "./date-input.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Fieldset } from "./fieldset.tsx";
import { FileUpload } from "./file-upload.tsx";
import { fixture, pieces } from "./fixture-html.ts";
import { Input } from "./input.tsx";
import { Radios } from "./radios.tsx";
import { Select } from "./select.tsx";
import { Textarea } from "./textarea.tsx";

const label = "National insurance number";
const niHint =
  "It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.";
const changedName = "Have you changed your name?";
const yesNo = [
  { value: "yes", text: "Yes" },
  { value: "no", text: "No" },
];
const born = { legend: "What is your date of birth?", hint: "For example, 31 3 1980" };

/** Ours, by component and name of the example that ships with govuk-frontend. */
const OURS: Record<string, ReactElement> = {
  "button: default": <Button>Save and continue</Button>,
  "button: secondary": (
    <Button name="secondary" secondary>
      Secondary button
    </Button>
  ),
  "button: warning": (
    <Button name="Warning" warning>
      Warning button
    </Button>
  ),
  "checkboxes: with error message and hint": (
    <Checkboxes
      name="example"
      legend="What is your nationality?"
      hint="If you have dual nationality, select all options that are relevant to you."
      error="Please select an option"
      items={[
        { value: "british", text: "British" },
        { value: "irish", text: "Irish" },
      ]}
    />
  ),
  "date-input: with values and name prefix": (
    <DateInput
      {...born}
      id="with-values-name-prefix"
      name="dob"
      defaultValue={{ day: "31", month: "3", year: "1980" }}
    />
  ),
  "error-summary: default": (
    <ErrorSummary
      errors={[
        { text: "The date your passport was issued must be in the past", href: "#example-error-1" },
        { text: "Enter a postcode, like AA1 1AA", href: "#example-error-2" },
      ]}
    />
  ),
  "error-summary: without links": <ErrorSummary errors={[{ text: "Invalid username or password" }]} />,
  "fieldset: as page heading l": <Fieldset legend="What is your address?" legendIsHeading />,
  "file-upload: with error message and hint": (
    <FileUpload
      id="file-upload-3"
      name="file-upload-3"
      label="Upload a file"
      hint="Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an app like iPhoto."
      error="Error message goes here"
    />
  ),
  "input: default": <Input id="test-name" name="test-name" label="National Insurance number" />,
  "input: with error and hint": (
    <Input
      name="with-error-hint"
      label={label}
      hint={niHint}
      error="Enter a National Insurance number in the correct format"
    />
  ),
  "input: with label as page heading": (
    <Input id="input-with-page-heading" name="test-name" label="National Insurance number" labelIsHeading />
  ),
  "input: with prefix": <Input id="input-with-prefix" name="amount" label="Amount, in pounds" prefix="£" />,
  "input: with prefix and suffix and error": (
    <Input
      id="input-with-prefix-suffix"
      name="cost"
      label="Cost per item, in pounds"
      prefix="£"
      suffix="per item"
      error="Error message goes here"
    />
  ),
  "input: value": <Input name="with-value" label="With value" defaultValue="QQ 12 34 56 C" />,
  "radios: with hint and error message": (
    <Radios
      name="example-error-message-hint"
      legend={changedName}
      hint="This includes changing your last name or spelling your name differently."
      error="Please select an option"
      items={yesNo}
    />
  ),
  "radios: inline": (
    <Radios
      name="example"
      inline
      legend={changedName}
      hint="This includes changing your last name or spelling your name differently."
      items={yesNo}
      defaultValue="no"
    />
  ),
  "radios: with hints on parent and items": (
    <Radios
      name="example-multiple-hints"
      legend={changedName}
      hint="This includes changing your last name or spelling your name differently."
      items={[
        { value: "yes", text: "Yes", hint: "Hint for yes option here" },
        { value: "no", text: "No", hint: "Hint for no option here" },
      ]}
    />
  ),
  "select: with hint text and error message": (
    <Select
      name="select-2"
      label="Label text goes here"
      hint="Hint text goes here"
      error="Error message goes here"
      items={[1, 2, 3].map((value) => ({ value, text: `GOV.UK frontend option ${value}` }))}
    />
  ),
  "textarea: with error message": (
    <Textarea
      name="no-ni-reason"
      label="Why can’t you provide a National Insurance number?"
      error="You must provide an explanation"
    />
  ),
  "textarea: with default value": (
    <Textarea
      id="full-address"
      name="address"
      label="Full address"
      defaultValue={"221B Baker Street\nLondon\nNW1 6XE\n"}
    />
  ),
};

describe("what our forms are made of is that of govuk-frontend", () => {
  test.each(Object.entries(OURS))("%s", (example, ours) => {
    const [component = "", name = ""] = example.split(": ");
    expect(pieces(renderToStaticMarkup(ours))).toEqual(pieces(fixture(component, name)));
  });
});

test("an answer that depends on a choice is hidden only by browsers that can show it", () => {
  const html = renderToStaticMarkup(
    <Radios name="known" legend="Known?" items={[{ value: "yes", text: "Yes", conditional: "How much?" }]} />,
  );
  expect(html).toContain('class="govuk-radios__conditional govuk-radios__conditional--hidden"');
});

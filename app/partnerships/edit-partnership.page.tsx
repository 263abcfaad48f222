import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { changePartnership } from "./change-partnership.server.ts";
import { partnershipChoices } from "./official-list.queries.server.ts";
import { partnershipSchema } from "./partnership.schema.ts";
import { AuthorityBoxes, NameAndKind } from "./partnership-fields.tsx";
import { getPartnership } from "./partnerships.queries.server.ts";
import { validityForField } from "./validity.rules.ts";

export const handle = { hydrate: true };
export const meta = titled("Change a partnership");

export const loader = loaderFor("partnership.manage", async ({ context, params }) => {
  const partnership = await getPartnership(context, numericId(params.id));
  return { partnership, ...(await partnershipChoices(context, partnership)) };
});

export const action = actionFor("partnership.manage", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(partnershipSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changePartnership(context, id, form.data), () =>
    redirectTo(`/partnerships/${id}`, { message: "The partnership has been changed" }),
  );
});

export default function EditPartnership() {
  const { partnership, areas, authorities, above, successors } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: partnershipSchema,
    defaults: {
      name: partnership.name,
      kind: partnership.kind,
      policeArea: partnership.policeArea ?? "",
      authorityCodes: partnership.authorities.map(({ code }) => code),
      aboveId: String(partnership.above?.id ?? ""),
      validFrom: dateParts(validityForField(partnership.validFrom, "from")),
      validTo: dateParts(validityForField(partnership.validTo, "to")),
      successorId: String(partnership.successor?.id ?? ""),
      fundingPosition: partnership.fundingPosition ?? "",
      secondPerson: partnership.secondPerson ? "yes" : "",
      version: String(partnership.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/partnerships/${partnership.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Partnerships">Change {partnership.name}</PageHeading>
      <Form {...form.props}>
        <NameAndKind form={form} />
        <Select
          {...form.field("policeArea")}
          label="Police area"
          empty="Several, or not recorded"
          items={areas}
        />
        <AuthorityBoxes form={form} authorities={authorities} />
        <Select
          {...form.field("aboveId")}
          label="County group above it"
          empty="None recorded"
          items={above}
        />
        <DateInput {...form.date("validFrom")} legend="Valid from" hint={DATE_HINT} />
        <DateInput
          {...form.date("validTo")}
          legend="Valid to"
          hint="Leave it empty while the partnership goes on"
        />
        <Select {...form.field("successorId")} label="Followed by" empty="Nobody" items={successors} />
        <Textarea
          {...form.field("fundingPosition")}
          label="Funding position"
          hint="What it has of its own, like ‘no direct funding; a small reserve’"
        />
        <Checkboxes
          {...form.flag("secondPerson")}
          items={[
            {
              value: "yes",
              text: "A second person confirms each change of its awards",
              hint: "A manager or finance, and never who wrote it. Until then the change counts nowhere.",
            },
          ]}
        />
        <Button>Save</Button>
      </Form>
    </PageLayout>
  );
}

const DATE_HINT = "For example, 31 8 2026. Leave the day empty if only the month is known.";

import { useLoaderData } from "@remix-run/react";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { addPartnership } from "./add-partnership.server.ts";
import { listAuthorities, listPoliceAreas } from "./official-list.queries.server.ts";
import { newPartnershipSchema } from "./partnership.schema.ts";
import { AuthorityBoxes, NameAndKind } from "./partnership-fields.tsx";
import { listPartnerships } from "./partnerships.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) =>
  data.isAreaAnswered ? "Add a group" : "In which police area is the group?",
);

export const loader = loaderFor("partnership.manage", async ({ context, url }) => {
  const asked = url.searchParams.get("policeArea");
  const areas = await listPoliceAreas(context);
  const policeArea = areas.find((area) => area === asked) ?? null;
  const all = await listPartnerships(context);
  const nearby = all.filter(
    (one) => policeArea === null || one.policeArea === null || one.policeArea === policeArea,
  );
  return {
    isAreaAnswered: asked !== null,
    policeArea,
    areas: areas.map((area) => ({ value: area, text: area })),
    authorities: asked === null ? [] : await listAuthorities(context, policeArea),
    partnerships: nearby.map(({ id, name }) => ({ value: id, text: name })),
  };
});

export const action = actionFor("partnership.manage", async ({ context, formData }) => {
  const form = parseForm(newPartnershipSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await addPartnership(context, form.data);
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo(`/partnerships/${result.value.partnershipId}`, { message: "The group has been added" });
});

export default function NewPartnershipPage() {
  const { isAreaAnswered, policeArea, areas, authorities, partnerships } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: newPartnershipSchema, result: useFormResult() });
  if (!isAreaAnswered) return <PoliceAreaQuestion areas={areas} />;
  return (
    <PageLayout backLink={{ href: "/partnerships/new" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={policeArea ?? "No single police area"}>Add a group</PageHeading>
      <Form {...form.props}>
        <HiddenField name="policeArea" value={policeArea ?? ""} />
        <NameAndKind form={form} />
        <AuthorityBoxes form={form} authorities={authorities} />
        {partnerships.length > 0 && (
          <Checkboxes
            {...form.choices("belowIds")}
            legend="Which partnerships are below it?"
            hint="Only a county partnership or a county strategy group has any"
            items={partnerships}
            small
          />
        )}
        <Button>Add group</Button>
      </Form>
    </PageLayout>
  );
}

function PoliceAreaQuestion({ areas }: { areas: readonly { value: string; text: string }[] }) {
  return (
    <PageLayout backLink={{ href: "/partnerships" }}>
      <form method="get" noValidate>
        <Select
          name="policeArea"
          label="In which police area is the group?"
          labelIsHeading
          hint="The next page lists the local authorities there"
          empty="In several, or not known"
          items={areas}
        />
        <Button>Continue</Button>
      </form>
    </PageLayout>
  );
}

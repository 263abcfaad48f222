import { useLoaderData } from "@remix-run/react";
import { APPLICANT_KINDS, APPLICANT_NAMES } from "#app/funds/index.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { asTexts } from "../content/row-places.ts";
import { SectionForm } from "../content/section-form.tsx";
import { sectionAction, sectionLoader } from "../content/section-page.server.ts";
import { stateValues } from "../content/sections.ts";
import { useSectionResult } from "../content/use-section-result.ts";
import { peopleSchema } from "./plan.schema.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Who leads: ${data.bid.title}`);
export const loader = sectionLoader("people");
export const action = sectionAction("people", peopleSchema);

export default function People() {
  const { bid, content, state } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: peopleSchema,
    defaults: { ...asTexts(content), ...stateValues(state) },
    result: useSectionResult(),
  });
  const intro = (
    <p className="govuk-body">
      The lead officer of this bid is {bid.leadOfficer ?? "not recorded"}. The lead officer and the lead
      partnership are among the{" "}
      <a className="govuk-link" href={`/bids/${bid.id}/edit#leadOfficer`}>
        main details
      </a>
      .
    </p>
  );
  return (
    <SectionForm bid={bid} section="people" form={form} intro={intro}>
      <Select
        {...form.field("applicantKind")}
        label="What kind of body applies to the funder? (optional)"
        hint="Rounds say who may lead; the bid is checked against it"
        empty="Not said"
        items={APPLICANT_KINDS.map((value) => ({ value, text: APPLICANT_NAMES[value] }))}
      />
      <Input
        {...form.field("sponsor")}
        label="Who is the senior responsible officer? (optional)"
        hint="A post or a name"
      />
      <Input {...form.field("deliveryLead")} label="Who manages the delivery? (optional)" />
      <Input {...form.field("financeLead")} label="Who answers for the finances? (optional)" />
    </SectionForm>
  );
}

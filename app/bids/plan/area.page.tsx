import { useLoaderData } from "@remix-run/react";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { SectionForm } from "../content/section-form.tsx";
import { sectionAction, sectionLoader } from "../content/section-page.server.ts";
import { stateValues } from "../content/sections.ts";
import { useSectionResult } from "../content/use-section-result.ts";
import { areaSchema } from "./plan.schema.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Area: ${data.bid.title}`);
export const loader = sectionLoader("area");
export const action = sectionAction("area", areaSchema);

export default function Area() {
  const { bid, content, state } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: areaSchema,
    defaults: {
      wards: content.wards.join("\n"),
      area: content.area ?? "",
      ...stateValues(state),
    },
    result: useSectionResult(),
  });
  return (
    <SectionForm bid={bid} section="area" form={form}>
      <Textarea
        {...form.field("wards")}
        label="Which wards is it for? (optional)"
        hint="One ward on each line, by its official name"
        rows={5}
      />
      <Textarea
        {...form.field("area")}
        label="What area is it for, in your own words? (optional)"
        hint="For example, the streets between the station and the market, or the whole district"
        rows={4}
      />
    </SectionForm>
  );
}

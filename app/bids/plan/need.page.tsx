import { useLoaderData } from "@remix-run/react";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { SectionForm } from "../content/section-form.tsx";
import { sectionAction, sectionLoader } from "../content/section-page.server.ts";
import { stateValues } from "../content/sections.ts";
import { useSectionResult } from "../content/use-section-result.ts";
import { needSchema } from "./plan.schema.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Need and evidence: ${data.bid.title}`);
export const loader = sectionLoader("need");
export const action = sectionAction("need", needSchema);

export default function Need() {
  const { bid, content, state } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: needSchema,
    defaults: {
      need: content.need ?? "",
      evidence: content.evidence ?? "",
      ...stateValues(state),
    },
    result: useSectionResult(),
  });
  return (
    <SectionForm bid={bid} section="need" form={form}>
      <Textarea
        {...form.field("need")}
        label="What is the problem, and for whom?"
        hint="Who is harmed, where and when"
        rows={8}
      />
      <Textarea
        {...form.field("evidence")}
        label="What evidence shows it?"
        hint="Figures with their period and source: recorded crime, surveys, what residents say"
        rows={8}
      />
    </SectionForm>
  );
}

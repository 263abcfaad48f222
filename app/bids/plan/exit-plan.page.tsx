import { useLoaderData } from "@remix-run/react";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { SectionForm } from "../content/section-form.tsx";
import { sectionAction, sectionLoader } from "../content/section-page.server.ts";
import { stateValues } from "../content/sections.ts";
import { useSectionResult } from "../content/use-section-result.ts";
import { exitPlanSchema } from "./plan.schema.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Exit plan: ${data.bid.title}`);
export const loader = sectionLoader("exit_plan");
export const action = sectionAction("exit_plan", exitPlanSchema);

export default function ExitPlan() {
  const { bid, content, state } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: exitPlanSchema,
    defaults: { exitPlan: content.exitPlan ?? "", ...stateValues(state) },
    result: useSectionResult(),
  });
  return (
    <SectionForm bid={bid} section="exit_plan" form={form}>
      <Textarea
        {...form.field("exitPlan")}
        label="What happens when the money ends?"
        hint="What stops, what goes on, and who pays for it then"
        rows={8}
      />
    </SectionForm>
  );
}

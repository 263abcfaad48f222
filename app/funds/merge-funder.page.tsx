import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { mergeSchema } from "./funder.schema.ts";
import { getFunder, listFunders } from "./funders.queries.server.ts";
import { MergeForm } from "./merge-form.tsx";
import { mergeFunder } from "./merge-funder.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Merge ${data.funder.name}`);

export const loader = loaderFor("fund.merge", async ({ context, params }) => {
  const { id, name, mergedInto } = await getFunder(context, numericId(params.id));
  if (mergedInto) throw redirectTo(`/funders/${id}`);
  const others = (await listFunders(context)).filter((other) => other.id !== id);
  return { funder: { id, name }, others: others.map((other) => ({ id: other.id, text: other.name })) };
});

export const action = actionFor("fund.merge", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(mergeSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, mergeFunder(context, id, form.data.intoId), ({ funderId }) =>
    redirectTo(`/funders/${funderId}`, { message: "The duplicate was merged into this funder" }),
  );
});

export default function MergeFunder() {
  const { funder, others } = useLoaderData<typeof loader>();
  return <MergeForm kind="funder" record={funder} others={others} moves="Its funds" />;
}

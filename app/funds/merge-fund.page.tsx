import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { mergeSchema } from "./funder.schema.ts";
import { getFund, listFunds } from "./funds.queries.server.ts";
import { fundText } from "./funds.ts";
import { MergeForm } from "./merge-form.tsx";
import { mergeFund } from "./merge-fund.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Merge ${data.fund.name}`);

export const loader = loaderFor("fund.merge", async ({ context, params }) => {
  const { id, name, mergedInto } = await getFund(context, numericId(params.id));
  if (mergedInto) throw redirectTo(`/funds/${id}`);
  const others = (await listFunds(context)).filter((other) => other.id !== id);
  return { fund: { id, name }, others: others.map((other) => ({ id: other.id, text: fundText(other) })) };
});

export const action = actionFor("fund.merge", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(mergeSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, mergeFund(context, id, form.data.intoId), ({ fundId }) =>
    redirectTo(`/funds/${fundId}`, { message: "The duplicate was merged into this fund" }),
  );
});

export default function MergeFund() {
  const { fund, others } = useLoaderData<typeof loader>();
  return <MergeForm kind="fund" record={fund} others={others} moves="Its rounds" />;
}

import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { changeTeam } from "./change-team.server.ts";
import { listPossibleTeam } from "./possible-team.server.ts";
import { listTeam } from "./team.queries.server.ts";
import { teamSchema } from "./team.schema.ts";
import { idsOf } from "./team.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Team: ${data.bid.title}`);

export const loader = loaderFor("bid.write", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  const team = await listTeam(context.db.read, bid.id);
  return { bid, team, people: await listPossibleTeam(context, bid, team) };
});

export const action = actionFor("bid.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(teamSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changeTeam(context, id, form.data), () =>
    redirectTo(`/bids/${id}`, { message: "Team saved" }),
  );
});

export default function Team() {
  const { bid, team, people } = useLoaderData<typeof loader>();
  const items = (colleagues: typeof people.writers) =>
    colleagues.map(({ id, name }) => ({ value: id, text: name }));
  const form = useFormPage({
    schema: teamSchema,
    defaults: {
      ownerId: idsOf(team, "owner").join(),
      helperIds: idsOf(team, "helper").map(String),
      watcherIds: idsOf(team, "watcher").map(String),
      version: String(bid.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Team</PageHeading>
      <Form {...form.props}>
        <Select
          {...form.field("ownerId")}
          label="Who owns this bid?"
          hint="The owner is responsible for this record. The lead officer, who may have no account, is part of the bid itself."
          empty="Nobody"
          items={items(people.writers)}
        />
        <Checkboxes {...form.choices("helperIds")} legend="Who helps?" small items={items(people.writers)} />
        <Checkboxes
          {...form.choices("watcherIds")}
          legend="Who watches?"
          hint="Whoever reads the bid may watch it. Owner and helpers write bids."
          small
          items={items(people.readers)}
        />
        <ButtonGroup>
          <Button>Save the team</Button>
          <a className="govuk-link" href={`/bids/${bid.id}`}>
            Leave without saving
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}

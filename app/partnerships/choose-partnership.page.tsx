import { useLoaderData } from "@remix-run/react";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { chooseOfficialPartnership } from "./choose-official-partnership.server.ts";
import { searchOfficialPartnerships } from "./official-list.queries.server.ts";
import { OfficialTable } from "./official-table.tsx";
import { officialChoiceSchema, officialSearchSchema } from "./partnership.schema.ts";

const MOST_SHOWN = 50;

export const meta = titled("Choose from the official list");

export const loader = loaderFor("partnership.manage", async ({ context, url }) => {
  const filters = parseForm(officialSearchSchema, url.searchParams);
  const search = filters.ok ? filters.data.search : null;
  const found = search === null ? [] : await searchOfficialPartnerships(context, search);
  return { search, count: found.length, found: found.slice(0, MOST_SHOWN) };
});

export const action = actionFor("partnership.manage", async ({ context, formData }) => {
  const form = parseForm(officialChoiceSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await chooseOfficialPartnership(context, form.data.code);
  if (!result.ok) return invalid(refuse(form, result.errors));
  const { partnershipId, name } = result.value;
  return redirectTo(`/partnerships/${partnershipId}`, { message: `${name} is now in this register` });
});

export default function ChoosePartnership() {
  const { search, count, found } = useLoaderData<typeof loader>();
  const refused = useFormResult();
  return (
    <PageLayout backLink={{ href: "/partnerships" }}>
      <ErrorSummary errors={Object.values(refused?.errors ?? {}).map((text) => ({ text }))} />
      <PageHeading caption="Partnerships">Choose from the official list</PageHeading>
      <p className="govuk-body">
        The list of community safety partnerships in England and Wales of the Office for National Statistics,
        December 2024.
      </p>
      <form method="get" noValidate>
        <Input
          name="search"
          label="Name of a partnership, a council or a police area"
          type="search"
          width={30}
          defaultValue={search ?? ""}
        />
        <Button secondary>Search</Button>
      </form>
      {search !== null && count === 0 && (
        <p className="govuk-body">
          Nothing on the list matches. If the group is on no list,{" "}
          <a className="govuk-link" href="/partnerships/new">
            add it
          </a>
          .
        </p>
      )}
      {count > MOST_SHOWN && (
        <p className="govuk-body">
          {count} match. These are the first {MOST_SHOWN}: search for something narrower to see others.
        </p>
      )}
      {count > 0 && <OfficialTable found={found} />}
    </PageLayout>
  );
}

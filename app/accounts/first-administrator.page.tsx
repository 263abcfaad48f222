import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { firstAdministratorSchema } from "./accounts.schema.ts";
import { becomeFirstAdministrator } from "./become-first-administrator.server.ts";
import { LinkNotWorking } from "./link-not-working.tsx";
import { findLink } from "./one-time-links.server.ts";
import { NewPasswordFields } from "./password-fields.tsx";

export const handle = { hydrate: true };
export const meta = titled("Become the first administrator");

export const loader = loaderFor("public", async ({ context, params }) => {
  const link = await findLink(context, "first_administrator", params.token ?? "");
  return json({ works: link !== null }, { status: link ? 200 : 404 });
});

export const action = actionFor("public", async ({ context, params, formData }) => {
  const form = parseForm(firstAdministratorSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await becomeFirstAdministrator(context, { token: params.token ?? "", ...form.data });
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo("/sign-in", { message: "You are the first administrator. Sign in to begin" });
});

export default function FirstAdministrator() {
  const { works } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: firstAdministratorSchema, result: useFormResult() });
  if (!works) {
    return (
      <LinkNotWorking>Start the server again to get a new one, if nobody has an account yet.</LinkNotWorking>
    );
  }
  return (
    <PageLayout>
      <ErrorSummary errors={form.errors} />
      <PageHeading>Become the first administrator</PageHeading>
      <p className="govuk-body">
        Administrators add people and partnerships. By that right alone they see no bids and no awards.
      </p>
      <Form {...form.props}>
        <Input {...form.field("name")} label="Your name" autoComplete="name" width={30} />
        <Input
          {...form.field("email")}
          label="Your email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          width={30}
        />
        <NewPasswordFields form={form} />
        <Button>Continue</Button>
      </Form>
    </PageLayout>
  );
}

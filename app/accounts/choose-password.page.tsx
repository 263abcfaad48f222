import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { choosePasswordSchema } from "./accounts.schema.ts";
import { choosePassword } from "./choose-password.server.ts";
import { LinkNotWorking } from "./link-not-working.tsx";
import { findLink } from "./one-time-links.server.ts";
import { NewPasswordFields } from "./password-fields.tsx";
import { signOut } from "./sign-out.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Choose a password");

export const loader = loaderFor("public", async ({ context, params }) => {
  const link = await findLink(context, "set_password", params.token ?? "");
  return json({ works: link !== null, email: link?.email ?? "" }, { status: link ? 200 : 404 });
});

export const action = actionFor("public", async ({ context, params, platform, formData }) => {
  const form = parseForm(choosePasswordSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await choosePassword(context, { token: params.token ?? "", password: form.data.password });
  if (!result.ok) return invalid(refuse(form, result.errors));
  if (platform.sessionToken !== null) await signOut(context, platform.sessionToken);
  platform.forgetSession();
  return redirectTo("/sign-in", { message: "Your password is chosen. Sign in with it" });
});

export default function ChoosePassword() {
  const { works, email } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: choosePasswordSchema, result: useFormResult() });
  if (!works) return <LinkNotWorking>Ask an administrator for a new one.</LinkNotWorking>;
  return (
    <PageLayout>
      <ErrorSummary errors={form.errors} />
      <PageHeading>Choose a password</PageHeading>
      <p className="govuk-body">For signing in as {email}.</p>
      <Form {...form.props}>
        <NewPasswordFields form={form} />
        <Button>Continue</Button>
      </Form>
    </PageLayout>
  );
}

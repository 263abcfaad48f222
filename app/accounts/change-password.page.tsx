import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { changePasswordSchema } from "./accounts.schema.ts";
import { changePassword } from "./choose-password.server.ts";
import { NewPasswordFields } from "./password-fields.tsx";

export const handle = { hydrate: true };
export const meta = titled("Change your password");

export const loader = loaderFor("signed-in", () => ({}));

export const action = actionFor("signed-in", async ({ context, platform, formData }) => {
  const form = parseForm(changePasswordSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await changePassword(context, { ...form.data, address: platform.clientAddress });
  if (!result.ok) return invalid(refuse(form, result.errors));
  platform.keepSession(result.value.sessionToken);
  return redirectTo("/account", { message: "Your password has been changed" });
});

export default function ChangePassword() {
  const form = useFormPage({ schema: changePasswordSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: "/account" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Your account">Change your password</PageHeading>
      <p className="govuk-body">You will be signed out of every other browser.</p>
      <Form {...form.props}>
        <Input
          {...form.field("currentPassword")}
          label="Current password"
          type="password"
          autoComplete="current-password"
          width={30}
        />
        <NewPasswordFields form={form} />
        <Button>Change password</Button>
      </Form>
    </PageLayout>
  );
}

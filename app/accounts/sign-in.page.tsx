import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { sameOriginPath } from "#app/platform/same-origin-path.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { signInSchema } from "./accounts.schema.ts";
import { DemoPeople } from "./demo-people.tsx";
import { hasAnybody, listDemoPeople } from "./people.queries.server.ts";
import { roleTexts } from "./role-text.ts";
import { signIn } from "./sign-in.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Sign in");

export const loader = loaderFor("public", async ({ context, url }) => {
  const next = sameOriginPath(url.searchParams.get("next") ?? "/") ?? "/";
  if (context.actor.kind === "person") throw redirectTo(next);
  const names = await partnershipNames(context);
  const people = await listDemoPeople(context);
  return {
    next,
    anybody: await hasAnybody(context),
    demoPeople: people.map((person) => ({
      id: person.id,
      name: person.name,
      roles: roleTexts(person, (id) => names.get(id) ?? ""),
    })),
  };
});

export const action = actionFor("public", async ({ context, url, platform, formData }) => {
  const form = parseForm(signInSchema, await formData());
  if (!form.ok) return invalid(form);
  const { sessionToken: oldSessionToken, clientAddress: address } = platform;
  const result = await signIn(context, { ...form.data, address, oldSessionToken });
  if (!result.ok && result.waitSeconds !== undefined) {
    platform.retryAfter(result.waitSeconds);
    return json(refuse(form, result.errors), { status: 429 });
  }
  if (!result.ok) return invalid(refuse(form, result.errors));
  platform.keepSession(result.value.sessionToken);
  return redirectTo(sameOriginPath(url.searchParams.get("next") ?? "/") ?? "/");
});

export default function SignIn() {
  const { anybody, demoPeople, next } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: signInSchema, result: useFormResult() });
  return (
    <PageLayout>
      <ErrorSummary errors={form.errors} />
      <PageHeading>Sign in</PageHeading>
      {demoPeople.length > 0 && <DemoPeople people={demoPeople} next={next} />}
      {!anybody && (
        <InsetText>
          Nobody has an account yet. Open the link that the server printed when it started: it makes the first
          administrator.
        </InsetText>
      )}
      {demoPeople.length > 0 && <h2 className="govuk-heading-m">Sign in with a password</h2>}
      <Form {...form.props}>
        <Input
          {...form.field("email")}
          label="Email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          width={30}
        />
        <Input
          {...form.field("password")}
          label="Password"
          type="password"
          autoComplete="current-password"
          width={30}
        />
        <Button>Sign in</Button>
      </Form>
      <p className="govuk-body">
        If you have no account or have forgotten your password, ask an administrator for a link.
      </p>
    </PageLayout>
  );
}

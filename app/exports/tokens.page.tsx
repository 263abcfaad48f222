import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { errorList } from "#app/ui/forms/error-list.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { makeToken } from "./make-token.server.ts";
import { revokeToken } from "./revoke-token.server.ts";
import { newTokenSchema } from "./token.schema.ts";
import { NewTokenForm, NewTokenNotice, TokenTable } from "./token-parts.tsx";
import { listOwnTokens } from "./tokens.queries.server.ts";

export const meta = titled("Access for spreadsheets");

export const loader = loaderFor("register.read", async ({ context, platform }) => ({
  tokens: await listOwnTokens(context),
  address: `${platform.settings.publicUrl}/api/v1/`,
}));

export const action = actionFor("register.read", async ({ context, formData }) => {
  const entries = await formData();
  const revoked = entries.get("revoke");
  if (typeof revoked === "string" && revoked !== "") {
    await revokeToken(context, numericId(revoked));
    return redirectTo("/account/tokens", { message: "The token has been revoked" });
  }
  const form = parseForm(newTokenSchema, entries);
  if (!form.ok) return invalid({ ...form, token: null });
  const made = await makeToken(context, form.data);
  if (!made.ok) return invalid({ ...refuse(form, made.errors), token: null });
  return json({ ok: true as const, values: {}, errors: {}, token: made.value.token });
});

export default function Tokens() {
  const { tokens, address } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? {};
  const values = answer?.values ?? {};
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Your account", href: "/account" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      {answer?.token && <NewTokenNotice token={answer.token} address={address} />}
      <PageHeading>Access for spreadsheets</PageHeading>
      <p className="govuk-body">
        Excel and Power BI can fetch a file from this register again by themselves. A token lets them read
        what you can read, and nothing else. It stops when you revoke it, when it expires, and when your
        account is closed.
      </p>
      <TokenTable tokens={tokens} />
      <NewTokenForm values={values} errors={errors} />
    </PageLayout>
  );
}

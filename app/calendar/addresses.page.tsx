import { useActionData, useLoaderData } from "@remix-run/react";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { AddressNotice } from "./address-notice.tsx";
import { listOwnAddresses } from "./addresses.queries.server.ts";
import { addressesSchema } from "./addresses.schema.ts";
import { AddressesTable } from "./addresses-table.tsx";
import { makeAddress } from "./make-address.server.ts";
import { revokeAddress } from "./revoke-address.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Your deadlines in your own calendar");

export const loader = loaderFor("signed-in", async ({ context }) => ({
  addresses: await listOwnAddresses(context),
}));

export const action = actionFor("signed-in", async ({ context, platform, formData }) => {
  const form = parseForm(addressesSchema, await formData());
  if (!form.ok) return invalid(form);
  const { intent, name, addressId } = form.data;
  if (intent === "revoke") {
    await revokeAddress(context, addressId ?? 0);
    return redirectTo("/calendar/addresses", { message: "The address no longer works" });
  }
  const made = await makeAddress(context, name ?? "");
  if (!made.ok) return invalid(refuse(form, made.errors));
  const href = `${platform.settings.publicUrl}/calendar/deadlines/${made.value.token}.ics`;
  return { ok: true as const, name: name ?? "", href };
});

export default function Addresses() {
  const { addresses } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const form = useFormPage({ schema: addressesSchema, result: useFormResult() });
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Funding calendar", href: "/calendar" },
      ]}
    >
      <ErrorSummary errors={form.errors} />
      <PageHeading>Your deadlines in your own calendar</PageHeading>
      {made?.ok && <AddressNotice {...made} />}
      <p className="govuk-body">
        Outlook, Google Calendar or a phone can show when rounds close and decisions are expected, and what is
        due on the bids that you may read, from three months ago on. It reads them from a secret address:
        whoever has the address can read them too, so do not pass it on.
      </p>
      <Form {...form.props}>
        <HiddenField name="intent" value="make" />
        <Input
          {...form.field("name")}
          label="Which calendar is the address for?"
          hint="For example, Outlook at work"
          width={20}
        />
        <Button>Make an address</Button>
      </Form>
      <AddressesTable addresses={addresses} />
    </PageLayout>
  );
}

import { formatInstant } from "#app/core/calendar-date.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { Button } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import type { CalendarAddress } from "./addresses.queries.server.ts";

/** The addresses that work, each with a button that stops it. */
export function AddressesTable({ addresses }: { addresses: readonly CalendarAddress[] }) {
  return (
    <Table
      caption="Your addresses"
      rows={addresses}
      rowKey={(address) => address.id}
      empty="You have no address yet."
      columns={[
        { heading: "For", rowHeader: true, cell: (address) => address.name },
        { heading: "Made", cell: (address) => formatInstant(address.createdAt) },
        {
          heading: "Last read",
          cell: (address) => (address.lastUsedAt ? formatInstant(address.lastUsedAt) : "Never"),
        },
        {
          heading: "Action",
          cell: (address) => (
            <Form method="post">
              <HiddenField name="intent" value="revoke" />
              <HiddenField name="addressId" value={address.id} />
              <Button secondary>
                Stop<VisuallyHidden> the address for {address.name}</VisuallyHidden>
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}

import { InsetText } from "#app/ui/govuk/inset-text.tsx";

/** A new secret address, shown once. */
export function AddressNotice({ name, href }: { name: string; href: string }) {
  return (
    <InsetText>
      <label className="govuk-label govuk-label--s" htmlFor="calendar-address">
        Address for {name}
      </label>
      <p className="govuk-hint" id="calendar-address-hint">
        Copy it now into your calendar, where it adds a calendar “by URL” or “from the internet”. It cannot be
        shown again.
      </p>
      <input
        className="govuk-input"
        id="calendar-address"
        aria-describedby="calendar-address-hint"
        readOnly
        value={href}
      />
    </InsetText>
  );
}

import { formatInstant } from "#app/core/calendar-date.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";

type LinkNoticeProps = { name: string; href: string; expiresAt: string };

/** A one-time link, shown once, to be handed to the person whose it is. */
export function LinkNotice({ name, href, expiresAt }: LinkNoticeProps) {
  return (
    <InsetText>
      <label className="govuk-label govuk-label--s" htmlFor="one-time-link">
        Link for {name} to choose a password
      </label>
      <p className="govuk-hint" id="one-time-link-hint">
        Copy it and hand it over now: it cannot be shown again. It works once, until{" "}
        {formatInstant(expiresAt)}.
      </p>
      <input
        className="govuk-input"
        id="one-time-link"
        aria-describedby="one-time-link-hint"
        readOnly
        value={href}
      />
    </InsetText>
  );
}

import type { ReactNode } from "react";

/** The way from a list to its file, with all of its rows: under the list, and not on paper. */
export function ExportLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="govuk-body app-no-print">
      <a className="govuk-link" href={href}>
        {children}
      </a>
    </p>
  );
}

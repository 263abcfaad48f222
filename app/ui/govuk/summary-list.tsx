import type { ReactNode } from "react";
import { classes } from "./field.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

type Action = { href: string; text: string; hiddenText: string };

export type SummaryRow = { key: string; value: ReactNode; actions?: readonly Action[] };

/** What a record says, name by name. Rows that are false or null are left out. */
export function SummaryList(props: { rows: readonly (SummaryRow | false | null | undefined)[] }) {
  const rows = props.rows.filter((row): row is SummaryRow => Boolean(row));
  const anyActions = rows.some((row) => row.actions?.length);
  return (
    <dl className="govuk-summary-list">
      {rows.map((row) => (
        <div
          key={row.key}
          className={classes(
            "govuk-summary-list__row",
            anyActions && !row.actions?.length && "govuk-summary-list__row--no-actions",
          )}
        >
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.actions && row.actions.length > 0 && (
            <dd className="govuk-summary-list__actions">
              <RowActions actions={row.actions} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function RowActions({ actions }: { actions: readonly Action[] }) {
  const links = actions.map((action) => (
    <a className="govuk-link" href={action.href} key={action.text}>
      {action.text}
      <VisuallyHidden> {action.hiddenText}</VisuallyHidden>
    </a>
  ));
  if (links.length === 1) return links[0];
  return (
    <ul className="govuk-summary-list__actions-list">
      {links.map((link) => (
        <li className="govuk-summary-list__actions-list-item" key={link.key}>
          {link}
        </li>
      ))}
    </ul>
  );
}

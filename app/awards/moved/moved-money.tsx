import { LineChangesTable } from "../line-changes-table.tsx";
import { MOVED_BY, MOVED_BY_NAMES, type Moved, type MovedBy } from "./moved.rules.ts";

type MovedMoneyProps = {
  caption: string;
  moved: Moved;
  /** The address of the same page by another dimension. */
  hrefBy: (by: MovedBy) => string;
};

/** What moved between two versions: old, change, new by the dimension that the address names, and the sentences of it. */
export function MovedMoney({ caption, moved, hrefBy }: MovedMoneyProps) {
  return (
    <section id="moved" aria-label="What moved">
      <LineChangesTable
        caption={caption}
        heading={MOVED_BY_NAMES[moved.by]}
        changes={moved.changes}
        empty="Neither has any lines."
      />
      {moved.words.map((words) => (
        <p className="govuk-body" key={words}>
          {words}.
        </p>
      ))}
      <p className="govuk-body app-no-print">
        Show by:{" "}
        {MOVED_BY.map((by, index) => (
          <span key={by}>
            {index > 0 && ", "}
            {by === moved.by ? (
              <strong>{MOVED_BY_NAMES[by].toLowerCase()}</strong>
            ) : (
              <a className="govuk-link" href={hrefBy(by)}>
                {MOVED_BY_NAMES[by].toLowerCase()}
              </a>
            )}
          </span>
        ))}
      </p>
    </section>
  );
}

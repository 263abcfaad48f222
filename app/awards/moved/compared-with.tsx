import { formatDate } from "#app/core/calendar-date.ts";
import { VERSION_KINDS } from "../award.ts";
import type { Version } from "../version.ts";

type ComparedWithProps = {
  versions: readonly Pick<Version, "number" | "kind" | "effectiveOn" | "decisionReference">[];
  from: number;
  hrefFrom: (number: number) => string;
};

/** Which version this one is compared with, and the way to each other, with the decision behind it. */
export function ComparedWith({ versions, from, hrefFrom }: ComparedWithProps) {
  return (
    <>
      <h3 className="govuk-heading-s">Compared with</h3>
      <ul className="govuk-list">
        {versions.map(({ number, kind, effectiveOn, decisionReference }) => {
          const name = `Version ${number}: ${VERSION_KINDS[kind].name.toLowerCase()}`;
          return (
            <li key={number}>
              {number === from ? (
                <strong>{name}</strong>
              ) : (
                <a className="govuk-link" href={hrefFrom(number)}>
                  {name}
                </a>
              )}
              , counts from {formatDate(effectiveOn)}, decision {decisionReference ?? "not recorded"}
            </li>
          );
        })}
      </ul>
    </>
  );
}

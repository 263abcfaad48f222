import type { ReactNode } from "react";
import { VisuallyHidden } from "../govuk/visually-hidden.tsx";

type FiltersProps = {
  children: ReactNode;
  /** The filters in force, each with the address of the list without it. */
  chosen?: readonly { text: string; removeHref: string }[];
};

/** The filters of a list: a form that asks for the same page by GET. On paper those in force stand over it, in words. */
export function Filters({ children, chosen = [] }: FiltersProps) {
  return (
    <search className="app-filters">
      <h2 className="govuk-heading-m">Filter</h2>
      {chosen.length > 0 && (
        <ul className="govuk-list app-filters__chosen">
          {chosen.map((filter) => (
            <li key={filter.removeHref}>
              <a className="govuk-link govuk-link--no-visited-state" href={filter.removeHref}>
                <VisuallyHidden>Remove filter: </VisuallyHidden>
                {filter.text}
                <span aria-hidden="true"> ✕</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <form method="get" noValidate>
        {children}
      </form>
    </search>
  );
}

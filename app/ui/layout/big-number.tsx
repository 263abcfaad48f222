import type { ReactNode } from "react";

type BigNumberProps = {
  figure: string;
  /** At most 20 characters. */
  label: string;
  href?: string;
};

/** A figure that answers a question at a glance; a link to what it counts. Stand several in `BigNumbers`. */
export function BigNumber({ figure, label, href }: BigNumberProps) {
  const content = (
    <>
      <span className="app-big-number__figure">{figure}</span>
      <span className="app-big-number__label">{label}</span>
    </>
  );
  return (
    <li className="app-big-number">
      {href ? (
        <a className="govuk-link govuk-link--no-visited-state" href={href}>
          {content}
        </a>
      ) : (
        content
      )}
    </li>
  );
}

/** Figures side by side. */
export function BigNumbers({ children }: { children: ReactNode }) {
  return <ul className="app-big-numbers">{children}</ul>;
}

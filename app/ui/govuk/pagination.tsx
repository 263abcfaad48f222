import { VisuallyHidden } from "./visually-hidden.tsx";

type PaginationProps = { previous?: string | null; next?: string | null; label?: string };

const ARROWS = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};

/** The pages before and after this one of a long list; nothing where there is only one. */
export function Pagination(props: PaginationProps) {
  if (!props.previous && !props.next) return null;
  return (
    <nav className="govuk-pagination govuk-pagination--block" aria-label={props.label ?? "Pagination"}>
      {props.previous && <PageLink to="prev" href={props.previous} text="Previous" />}
      {props.next && <PageLink to="next" href={props.next} text="Next" />}
    </nav>
  );
}

function PageLink(props: { to: "prev" | "next"; href: string; text: string }) {
  return (
    <div className={`govuk-pagination__${props.to}`}>
      <a className="govuk-link govuk-pagination__link" href={props.href} rel={props.to}>
        <svg
          className={`govuk-pagination__icon govuk-pagination__icon--${props.to}`}
          xmlns="http://www.w3.org/2000/svg"
          height="13"
          width="15"
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 15 13"
        >
          <path d={ARROWS[props.to]} />
        </svg>
        <span className="govuk-pagination__link-title govuk-pagination__link-title--decorated">
          {props.text}
          <VisuallyHidden> page</VisuallyHidden>
        </span>
      </a>
    </div>
  );
}

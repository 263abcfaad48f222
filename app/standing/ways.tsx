const WAYS = [
  { href: "/standing", text: "List" },
  { href: "/standing/board", text: "Board" },
  { href: "/standing/waiting", text: "What waits on whom" },
  { href: "/standing/year", text: "The year ahead" },
  { href: "/standing/between", text: "Between two days" },
  { href: "/standing/use-it-or-lose-it", text: "Use it or lose it" },
] as const;

export type Way = (typeof WAYS)[number]["href"];

/** The pictures of where things stand, the one that is open in bold. */
export function Ways({ current }: { current: Way }) {
  return (
    <nav className="app-no-print" aria-label="Where things stand">
      <ul className="govuk-list app-filters__chosen">
        {WAYS.map(({ href, text }) => (
          <li key={href}>
            {href === current ? (
              <strong aria-current="page">{text}</strong>
            ) : (
              <a className="govuk-link govuk-link--no-visited-state" href={href}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

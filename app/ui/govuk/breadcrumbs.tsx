export type Crumb = { text: string; href: string };

/** Where this page stands; the page itself is left out. */
export function Breadcrumbs(props: { items: readonly Crumb[] }) {
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {props.items.map((item) => (
          <li className="govuk-breadcrumbs__list-item" key={item.href}>
            <a className="govuk-breadcrumbs__link" href={item.href}>
              {item.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

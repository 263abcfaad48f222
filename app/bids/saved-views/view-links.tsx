import type { SavedView } from "./saved-view.ts";

type ViewLinksProps = {
  views: readonly SavedView[];
  /** The list without any filter. */
  all: { href: string; text: string };
  /** The address of the list, and what stands behind its question mark. */
  at: string;
  query: string;
};

/** The views that the reader keeps, over the list, and the way to keep the present one. */
export function ViewLinks({ views, all, at, query }: ViewLinksProps) {
  return (
    <nav className="app-no-print" aria-label="Views of the list">
      <ul className="govuk-list app-filters__chosen">
        {views.length > 0 && <ViewLink {...all} />}
        {views.map((view) => (
          <ViewLink key={view.id} href={view.href} text={view.name} />
        ))}
        <ViewLink href={`${at}/views/new${query === "" ? "" : `?${query}`}`} text="Save this view" />
        {views.length > 0 && <ViewLink href="/bids/views" text="Manage views" />}
      </ul>
    </nav>
  );
}

function ViewLink({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <a className="govuk-link govuk-link--no-visited-state" href={href}>
        {text}
      </a>
    </li>
  );
}

import type { BidFilters } from "../bid-filters.ts";
import { bidsQuery } from "../bid-filters.ts";
import { ALL_BIDS, type SavedView } from "./saved-view.ts";

type ViewLinksProps = { views: readonly SavedView[]; filters: BidFilters };

/** The views that the reader keeps, over the list, and the way to keep the present one. */
export function ViewLinks({ views, filters }: ViewLinksProps) {
  const query = bidsQuery(filters);
  return (
    <nav className="app-no-print" aria-label="Views of the list">
      <ul className="govuk-list app-filters__chosen">
        {views.length > 0 && <ViewLink href={ALL_BIDS} text="All bids" />}
        {views.map((view) => (
          <ViewLink key={view.id} href={view.href} text={view.name} />
        ))}
        <ViewLink href={`/bids/views/new${query === "" ? "" : `?${query}`}`} text="Save this view" />
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

import type { ReactNode } from "react";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import type { Column } from "#app/ui/govuk/table.tsx";
import type { BidListItem } from "../bid.ts";

/** How the bids of a page can be ticked: not at all, none of them yet, or all of them. */
export type Ticking = "off" | "none" | "all";

/** Reads from an address whether bids are to be ticked. */
export function tickingIn(params: URLSearchParams): Ticking {
  const choose = params.get("choose");
  return choose === "all" ? "all" : choose === "yes" ? "none" : "off";
}

/** The same page of the list, with its bids to be ticked or not. */
function tickHref(back: string, ticking: Ticking): string {
  const params = new URLSearchParams(back);
  if (ticking !== "off") params.set("choose", ticking === "all" ? "all" : "yes");
  return params.size === 0 ? "/bids?all=yes" : `/bids?${params}`;
}

/** `back` is what stands behind the question mark in the address of the page. */
type TickBidsProps = { ticking: Ticking; back: string; children: ReactNode };

/** Around the table: the way to ticking, and the form that takes what is ticked on to the change. */
export function TickBids({ ticking, back, children }: TickBidsProps) {
  if (ticking === "off") {
    return (
      <>
        <p className="govuk-body app-no-print">
          <TickLink href={tickHref(back, "none")}>Change several bids at once</TickLink>
        </p>
        {children}
      </>
    );
  }
  return (
    <form method="get" action="/bids/bulk">
      <p className="govuk-body app-no-print">
        Tick the bids that you want to change.{" "}
        <TickLink href={tickHref(back, ticking === "all" ? "none" : "all")}>
          {ticking === "all" ? "Select none" : "Select all on this page"}
        </TickLink>
      </p>
      <HiddenField name="back" value={back} />
      {children}
      <ButtonGroup>
        <Button>Change the ticked bids</Button>
        <TickLink href={tickHref(back, "off")}>Stop ticking</TickLink>
      </ButtonGroup>
    </form>
  );
}

function TickLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="govuk-link govuk-link--no-visited-state" href={href}>
      {children}
    </a>
  );
}

/** The column of boxes; each is named by its bid. */
export function tickColumn(ticking: Ticking): Column<BidListItem> | undefined {
  if (ticking === "off") return undefined;
  return {
    heading: "Tick",
    cell: (bid) => (
      <div className="govuk-checkboxes govuk-checkboxes--small">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id={`bid-${bid.id}`}
            name="bid"
            type="checkbox"
            value={bid.id}
            defaultChecked={ticking === "all"}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={`bid-${bid.id}`}>
            <span className="govuk-visually-hidden">{bid.reference}</span>
          </label>
        </div>
      </div>
    ),
  };
}

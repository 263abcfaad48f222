import { Button } from "#app/ui/govuk/button.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { asksOfBids, ROUND_FILTERS, type RoundFilter } from "./round-filter.ts";

type RoundFilterBoxProps = {
  filter: RoundFilter | null;
  /** False for who reads no bids: they are not asked about them. */
  readsBids: boolean;
};

/** What the list of rounds is narrowed to, as a choice and as a link that takes it away. */
export function RoundFilterBox({ filter, readsBids }: RoundFilterBoxProps) {
  const choices = (Object.keys(ROUND_FILTERS) as RoundFilter[]).filter(
    (choice) => readsBids || !asksOfBids(choice),
  );
  return (
    <Filters chosen={filter === null ? [] : [{ text: ROUND_FILTERS[filter], removeHref: "/rounds" }]}>
      <Select
        name="state"
        label="Which rounds?"
        empty="All rounds"
        items={choices.map((choice) => ({ value: choice, text: ROUND_FILTERS[choice] }))}
        defaultValue={filter ?? ""}
      />
      <Button secondary>Apply filter</Button>
    </Filters>
  );
}

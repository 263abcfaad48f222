import type { UnreadFilter } from "#app/ui/forms/unread-filters.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { UnreadFilters } from "#app/ui/layout/unread-filters.tsx";
import type { NamedPartnership } from "./listed-together.ts";

type PartnershipFilterProps = {
  /** Those of which one may be chosen. */
  partnerships: readonly NamedPartnership[];
  chosen: NamedPartnership | null;
  /** True where they are too many to list the records of all. */
  mustChoose: boolean;
  /** The page without a choice. */
  href: string;
  /** What of its address is left out. */
  unread: readonly UnreadFilter[];
};

/** Narrows a page to one partnership; nothing where the reader has one only. */
export function PartnershipFilter({
  partnerships,
  chosen,
  mustChoose,
  href,
  unread,
}: PartnershipFilterProps) {
  if (partnerships.length < 2) return <UnreadFilters unread={unread} />;
  return (
    <>
      <Filters chosen={chosen ? [{ text: chosen.name, removeHref: href }] : []}>
        <Select
          name="partnership"
          label="Partnership"
          empty={mustChoose ? "Choose a partnership" : "All partnerships"}
          defaultValue={chosen ? String(chosen.id) : ""}
          items={partnerships.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Button secondary>Apply filters</Button>
      </Filters>
      <UnreadFilters unread={unread} />
      {mustChoose && (
        <InsetText>
          You read {partnerships.length} partnerships. Choose one of them to see its records.
        </InsetText>
      )}
    </>
  );
}

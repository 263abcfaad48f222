import type { UnreadFilter } from "../forms/unread-filters.ts";
import { InsetText } from "../govuk/inset-text.tsx";

/** Beside a list: what its address asks and it does not understand, so that nobody takes it for what they asked for. */
export function UnreadFilters({ unread }: { unread: readonly UnreadFilter[] }) {
  if (unread.length === 0) return null;
  return (
    <InsetText>
      Not understood, and left out of the filters:{" "}
      {unread.map(({ name, text }) => `${name.replaceAll("-", " ")} “${text}”`).join(", ")}.
    </InsetText>
  );
}

import { Tag } from "#app/ui/govuk/tag.tsx";
import type { BidStatus } from "./bid.status.ts";
import { BID_STATUS_TAGS } from "./bid-words.ts";

/** The status of a bid in its one colour. */
export function BidStatusTag({ status }: { status: BidStatus }) {
  const { text, colour } = BID_STATUS_TAGS[status];
  return <Tag colour={colour}>{text}</Tag>;
}

import { Tag } from "#app/ui/govuk/tag.tsx";
import type { BidStatus } from "./bid.status.ts";
import { BID_STATUS_TAGS, SIGNED_OFF } from "./bid-words.ts";

type BidStatusTagProps = {
  status: BidStatus;
  /** A draft that all have signed as it stands. */
  isSignedOff?: boolean;
};

/** The status of a bid in its one colour. */
export function BidStatusTag({ status, isSignedOff }: BidStatusTagProps) {
  if (status === "draft" && isSignedOff) return <Tag colour="purple">{SIGNED_OFF}</Tag>;
  const { text, colour } = BID_STATUS_TAGS[status];
  return <Tag colour={colour}>{text}</Tag>;
}

import { attachmentsOfBid } from "./bid-holder.server.ts";

/** A file of a bid. */
export const loader = attachmentsOfBid.fileLoader;

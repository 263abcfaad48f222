import { attachmentsOfAward } from "./award-holder.server.ts";

/** A file of an award. */
export const loader = attachmentsOfAward.fileLoader;

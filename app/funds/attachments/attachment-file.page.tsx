import { attachmentsOfRound } from "./round-holder.server.ts";

/** A file of a round. */
export const loader = attachmentsOfRound.fileLoader;

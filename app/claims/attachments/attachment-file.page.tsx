import { attachmentsOfClaim } from "./claim-holder.server.ts";

/** A file of a claim. */
export const loader = attachmentsOfClaim.fileLoader;

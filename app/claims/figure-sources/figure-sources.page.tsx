import { FigureSourcesPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { sourcesOfClaim } from "./figures-of-claim.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Source of a figure");
export const loader = sourcesOfClaim.loader;
export const action = sourcesOfClaim.action;
export default FigureSourcesPage;

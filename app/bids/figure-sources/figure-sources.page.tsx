import { FigureSourcesPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { sourcesOfBid } from "./figures-of-bid.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Source of a figure");
export const loader = sourcesOfBid.loader;
export const action = sourcesOfBid.action;
export default FigureSourcesPage;

import { FigureSourcesPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { sourcesOfRound } from "./figures-of-round.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Source of a figure");
export const loader = sourcesOfRound.loader;
export const action = sourcesOfRound.action;
export default FigureSourcesPage;

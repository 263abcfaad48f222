import { FigureSourcesPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { sourcesOfVersion } from "./figures-of-version.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Source of the amount");
export const loader = sourcesOfVersion.loader;
export const action = sourcesOfVersion.action;
export default FigureSourcesPage;

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

type Manifest = { routes: Record<string, { id: string; parentId?: string }> };

const ASSETS = "build/client/assets";
const START = "window.__remixManifest=";
const HYDRATES = /export const handle = \{[^}]*hydrate: true/;

/**
 * The browser's list of routes, with those alone whose pages run scripts. Every link and every form asks for a whole
 * page, so that a script never looks for another; the list would weigh more with each page that has none.
 */
export function leanManifest(): Plugin {
  return {
    name: "lean-manifest",
    apply: "build",
    closeBundle: {
      order: "post",
      sequential: true,
      handler() {
        if (this.environment.name !== "ssr") return;
        for (const name of readdirSync(ASSETS).filter((name) => name.startsWith("manifest-"))) {
          const file = join(ASSETS, name);
          const manifest: Manifest = JSON.parse(readFileSync(file, "utf8").slice(START.length, -1));
          const routes = Object.values(manifest.routes);
          const parents = new Set(routes.map(({ parentId }) => parentId));
          const kept = routes.filter(({ id }) => parents.has(id) || HYDRATES.test(sourceOf(id)));
          manifest.routes = Object.fromEntries(kept.map((route) => [route.id, route]));
          writeFileSync(file, `${START}${JSON.stringify(manifest)};`);
        }
      },
    },
  };
}

function sourceOf(id: string): string {
  return readFileSync(`app/${id}.tsx`, "utf8");
}

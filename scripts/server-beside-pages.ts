import { dirname, join, relative } from "node:path";
import { normalizePath, type Plugin } from "vite";

const SERVER = "app/platform/server/main.ts";
const BUILT = "build/server";
/** Those that the build holds; others are loaded from where they are installed. */
const PACKAGES = /\/node_modules\/(kysely|zod)\//;

/**
 * Builds the server with its pages: it starts from few files that are ready to run, and what both of them use is in
 * memory once. Beside `index.js`, the pages, stands `main.js`, which `npm start` runs.
 */
export function serverBesidePages(): Plugin {
  return {
    name: "server-beside-pages",
    apply: "build",
    config: (_, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: [SERVER] } } } : {}),
    outputOptions(output) {
      if (this.environment.name !== "ssr") return null;
      return {
        ...output,
        entryFileNames: ({ name }) => (name === "main" ? "main.js" : "index.js"),
        // By name, so that a profile tells them from the product's own code.
        manualChunks: (id) => PACKAGES.exec(id)?.[1],
      };
    },
    /** What a source reads beside itself, and the threads that it starts, stay where the sources are. */
    resolveImportMeta(property, { chunkId, moduleId }) {
      if (property !== "url" || this.environment.name !== "ssr") return null;
      const source = normalizePath(relative(dirname(join(BUILT, chunkId)), moduleId));
      return `new URL(${JSON.stringify(source)}, import.meta.url).href`;
    },
  };
}

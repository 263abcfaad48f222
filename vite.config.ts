import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { leanManifest } from "./scripts/lean-manifest.ts";
import { serverBesidePages } from "./scripts/server-beside-pages.ts";
import { withoutJsonSchema } from "./scripts/without-json-schema.ts";

/** What forms are made of: as one file they weigh a good deal less than each by itself. */
const FORM_PARTS = /\/app\/(ui\/(?!charts\/)|core\/)|\/node_modules\/(react-hook-form|@hookform)\//;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: process.env.VITEST
    ? []
    : [remix(remixConfig), leanManifest(), withoutJsonSchema(), serverBesidePages()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // What it is for, loading modules before they are needed, costs a browser without it more than it saves.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: (id) => (FORM_PARTS.test(id) ? "form-parts" : undefined) } },
  },
  // Hundreds of files each: as part of the build they are read at once, and only what is used of them.
  ssr: { noExternal: ["kysely", "zod"] },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ["node_modules"] } } },
}));

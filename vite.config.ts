import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { leanManifest } from "./scripts/lean-manifest.ts";
import { withoutJsonSchema } from "./scripts/without-json-schema.ts";

/** What forms are made of: as one file they weigh a good deal less than each by itself. */
const FORM_PARTS = /\/app\/(ui\/(?!charts\/)|core\/)|\/node_modules\/(react-hook-form|@hookform)\//;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: process.env.VITEST ? [] : [remix(remixConfig), leanManifest(), withoutJsonSchema()],
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
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ["node_modules"] } } },
}));

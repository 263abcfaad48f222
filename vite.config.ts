import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

/** What most forms are made of: as one file they weigh half as much as each by itself. */
const FORM_PARTS =
  /app\/ui\/govuk\/(button|checkboxes|date-input|details|fieldset|input|inset-text|money-input|select|summary-list|textarea|visually-hidden)\.tsx$/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [process.env.VITEST ? null : remix(remixConfig)],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: (id) => (FORM_PARTS.test(id) ? "form-parts" : undefined) } },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ["node_modules"] } } },
}));

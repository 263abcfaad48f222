/**
 * Options of the framework, handed to its Vite plugin by `vite.config.ts`.
 * `v3_lazyRouteDiscovery` and `v3_singleFetch` stay off: docs/decisions/0002-remix-2-and-its-advisories.md says why.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/*"],
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_lazyRouteDiscovery: false,
    v3_singleFetch: false,
  },
};

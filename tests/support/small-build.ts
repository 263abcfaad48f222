import type { ServerBuild } from "@remix-run/node";

type RouteModule = ServerBuild["routes"][string]["module"];
const PAGE = { default: () => null, handle: { hydrate: true } };

type Pages = Record<string, Partial<RouteModule>>;

/**
 * The framework's build of a service with just these pages, by path: for tests of what stands before the framework.
 * A page has a component unless it says `default: undefined`; documents are rendered as their data in JSON, which is
 * handed to pages with scripts alone: these count as such.
 */
export function smallBuild(pages: Pages): ServerBuild {
  const routes: ServerBuild["routes"] = { root: route("root", "", { default: () => null }) };
  for (const [path, module] of Object.entries(pages)) {
    routes[path] = { ...route(path, path.slice(1), { ...PAGE, ...module }), parentId: "root" };
  }
  return {
    mode: "production",
    entry: {
      module: {
        default: (_request, status, headers, { staticHandlerContext }) => {
          const { loaderData, actionData, errors } = staticHandlerContext;
          headers.set("Content-Type", "text/html; charset=utf-8");
          return new Response(JSON.stringify({ loaderData, actionData, errors }), { status, headers });
        },
        handleError: () => {},
      },
    },
    routes,
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: false,
      v3_lazyRouteDiscovery: false,
    },
    isSpaMode: false,
  };
}

function route(id: string, path: string, module: Partial<RouteModule>): ServerBuild["routes"][string] {
  return { id, path, module: module as RouteModule };
}

import { defer, type LoaderFunction, type ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/**
 * The routes with loaders whose data reaches the page as it is. The framework would otherwise write it as JSON, read
 * it again, and only then render. For documents only: data that a browser asks for by itself is JSON.
 */
export function loadersAsTheyAre(routes: Routes): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const loader = route?.module.default && (route.module.loader as LoaderFunction | undefined);
      if (!route || !loader) return [id, route];
      return [id, { ...route, module: { ...route.module, loader: asItIs(loader) } }];
    }),
  );
}

function asItIs(loader: LoaderFunction): LoaderFunction {
  return async (args) => {
    const value = await loader(args);
    const isPlain = typeof value === "object" && value !== null && value.constructor === Object;
    return isPlain ? defer(value as Record<string, unknown>) : value;
  };
}

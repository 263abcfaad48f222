import { defer, type LoaderFunction, type ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/**
 * The routes with loaders whose data reaches the page as it is. The framework would otherwise write it as JSON, read
 * it again, and only then render. For documents only: data that a browser asks for by itself is JSON.
 * @param scripted whether scripts may run on the page. If not, its data is not written for them either: the framework
 * writes all of it for every page, and that of a long list takes as long as a query.
 */
export function loadersAsTheyAre(routes: Routes, scripted: boolean): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const loader = route?.module.default && (route.module.loader as LoaderFunction | undefined);
      if (!route || !loader) return [id, route];
      return [id, { ...route, module: { ...route.module, loader: asItIs(loader, scripted) } }];
    }),
  );
}

function asItIs(loader: LoaderFunction, scripted: boolean): LoaderFunction {
  return async (args) => {
    const value = await loader(args);
    const isPlain = typeof value === "object" && value !== null && value.constructor === Object;
    if (!isPlain) return value;
    const handedOver = defer(value as Record<string, unknown>);
    if (!scripted) Object.defineProperty(handedOver.data, "toJSON", { value: () => undefined });
    return handedOver;
  };
}

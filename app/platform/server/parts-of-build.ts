import type { ServerBuild } from "@remix-run/node";
import { loadersAsTheyAre } from "./loaders-as-they-are.ts";

type Routes = ServerBuild["routes"];

/**
 * The build with only the addresses that begin as a request's does. The framework compares a request with each
 * address that it knows, several times over, and that costs more than most queries.
 * @returns a function from a request's path, query included, to a build; to the whole one where in doubt.
 */
export function partsOfBuild(build: ServerBuild): (address: string) => ServerBuild {
  const parts = new Map<string, ServerBuild>();
  for (const segment of new Set(
    Object.values(build.routes).map((route) => firstSegment(build.routes, route)),
  )) {
    if (segment !== null) parts.set(segment, partOf(build, segment));
  }
  return (address) => {
    const [path = "", query = ""] = address.split("?", 2);
    const [start, segment = "", next] = path.split("/");
    // A request for the data of a route names the route itself.
    const isDocument = !new URLSearchParams(query).has("_data");
    const isPlain = start === "" && next !== "" && (segment !== "" || path === "/");
    return (isPlain && isDocument ? parts.get(segment) : undefined) ?? build;
  };
}

function partOf(build: ServerBuild, segment: string): ServerBuild {
  const belongs = (id: string) => {
    const route = build.routes[id];
    return route !== undefined && [segment, "*", null].includes(firstSegment(build.routes, route));
  };
  const only = <Value>(routes: Record<string, Value | undefined>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => belongs(id))) as Record<string, Value>;
  return {
    ...build,
    routes: loadersAsTheyAre(only(build.routes)),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}

/** The first segment of the addresses under a route; null for the root, which is around all of them. */
function firstSegment(routes: Routes, route: NonNullable<Routes[string]>): string | null {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  if (!parent) return null;
  return firstSegment(routes, parent) ?? (route.path ?? "").split("/")[0] ?? "";
}

import type { ServerBuild } from "@remix-run/node";
import { hydrates } from "../hydrates.ts";
import { loadersAsTheyAre } from "./loaders-as-they-are.ts";

type Routes = ServerBuild["routes"];
type Route = NonNullable<Routes[string]>;

/** A page's own route, and the address of its page in segments: "bids", ":id". */
type Page = { id: string; segments: string[] };

/**
 * The build with only the addresses that a request's can be. The framework compares a request with each address that it
 * knows, several times over, and that costs more than most queries.
 * @returns a function from a request's path, query included, to a build; to the whole one where in doubt.
 */
export function partsOfBuild(build: ServerBuild): (address: string) => ServerBuild {
  const pages = new Map<string, Page[]>();
  for (const page of pagesOf(build.routes)) {
    const kind = kindOf(page.segments);
    pages.set(kind, [...(pages.get(kind) ?? []), page]);
  }
  const parts = new Map<string, ServerBuild>();
  return (address) => {
    const [path = "", query = ""] = address.split("?", 2);
    const [start, ...segments] = path.split("/");
    // A request for the data of a route names the route itself.
    if (start !== "" || path.includes("%") || new URLSearchParams(query).has("_data")) return build;
    const candidates = pages.get(kindOf(segments))?.filter((page) => canBe(page, segments)) ?? [];
    if (candidates.length === 0) return build;
    const key = candidates.map(({ id }) => id).join(" ");
    const part = parts.get(key) ?? partOf(build, candidates);
    parts.set(key, part);
    return part;
  };
}

/** Pages whose first segments and numbers of segments differ are never at one address. */
function kindOf(segments: readonly string[]): string {
  return `${segments.length} ${segments[0]?.toLowerCase()}`;
}

function canBe(page: Page, segments: readonly string[]): boolean {
  return page.segments.every((own, index) => {
    const segment = segments[index] ?? "";
    return own.startsWith(":") ? segment !== "" : own.toLowerCase() === segment.toLowerCase();
  });
}

function pagesOf(routes: Routes): Page[] {
  const all = Object.values(routes).filter((route) => route !== undefined);
  const parents = new Set(all.map(({ parentId }) => parentId));
  return all
    .filter(({ id, path }) => !parents.has(id) && path !== "*")
    .map((route) => ({
      id: route.id,
      segments: lineOf(routes, route)
        .map(({ path }) => path ?? "")
        .filter((path) => path !== "")
        .join("/")
        .split("/"),
    }));
}

/** A route behind those that are around it. */
function lineOf(routes: Routes, route: Route): Route[] {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  return parent ? [...lineOf(routes, parent), route] : [route];
}

function partOf(build: ServerBuild, pages: readonly Page[]): ServerBuild {
  const { routes } = build;
  const belonging = new Set(
    pages.flatMap(({ id }) => (routes[id] ? lineOf(routes, routes[id]) : [])).map(({ id }) => id),
  );
  const scripted = [...belonging].some((id) => hydrates(routes[id]?.module.handle));
  const only = <Value>(all: Record<string, Value | undefined>) =>
    Object.fromEntries(
      Object.entries(all).filter(([id]) => belonging.has(id) || routes[id]?.path === "*"),
    ) as Record<string, Value>;
  return {
    ...build,
    routes: loadersAsTheyAre(only(routes), scripted),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}

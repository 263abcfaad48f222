import type { ServerBuild } from "@remix-run/node";

/** One address of a built service, with what is there. */
export type BuiltRoute = {
  id: string;
  /** "/bids/:id"; the address of everything else is "/*". */
  path: string;
  hasLoader: boolean;
  hasAction: boolean;
  hasPage: boolean;
};

/** Every address of a built service, from its manifest. The frame around all pages is none. */
export function builtRoutes({ routes }: ServerBuild): BuiltRoute[] {
  return Object.values(routes)
    .filter((route) => route !== undefined && route.id !== "root")
    .map((route) => {
      const parts: string[] = [];
      for (let at: typeof route | undefined = route; at; at = at.parentId ? routes[at.parentId] : undefined) {
        if (at.path) parts.unshift(at.path.replace(/^\/|\/$/g, ""));
      }
      const { loader, action, default: page } = route.module;
      return {
        id: route.id,
        path: `/${parts.join("/")}`,
        hasLoader: loader !== undefined,
        hasAction: action !== undefined,
        hasPage: page !== undefined,
      };
    });
}

/** The address with its parts filled in. */
export function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)|\*/g, (part, name) => {
    const value = params[name ?? "*"];
    if (value === undefined) throw new Error(`Nothing stands for ${part} of ${path}`);
    return value;
  });
}

/** The same service, which tells of each action that begins to run. */
export function watched(build: ServerBuild, ran: (id: string) => void): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      const action = route?.module.action;
      if (!route || !action) return [id, route];
      const told: typeof action = (args) => {
        ran(id);
        return action(args);
      };
      return [id, { ...route, module: { ...route.module, action: Object.assign(told, action) } }];
    }),
  );
  return { ...build, routes };
}

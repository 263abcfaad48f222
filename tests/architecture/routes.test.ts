import { describe, expect, test } from "vitest";
import { loaderFor } from "#app/platform/page.server.ts";
import { PERMISSIONS } from "#app/platform/permissions.ts";
import { productBuild } from "#tests/support/server.ts";

const ACCESS = new Set<unknown>([...Object.keys(PERMISSIONS), "signed-in", "public"]);

/** Pages that anybody may open; every other page asks who you are. */
const PUBLIC =
  /^(root|about\/|home\/not-found|reports\/published\/public-|exports\/api-file|calendar\/calendar-file|accounts\/(sign-in|sign-out|demo-sign-in|choose-password|first-administrator)\b)/;

type Modules = Record<string, { module: Record<string, unknown> }>;

/** "bids/bid.page action" for each loader and action that does not say who may call it. */
function undeclared(routes: Modules): string[] {
  return functionsOf(routes)
    .filter(({ access }) => !ACCESS.has(access))
    .map(({ name }) => name);
}

function functionsOf(routes: Modules): { name: string; access: unknown }[] {
  return Object.entries(routes).flatMap(([id, { module }]) =>
    ["loader", "action"].flatMap((kind) => {
      const made = module[kind];
      return typeof made === "function"
        ? [{ name: `${id} ${kind}`, access: "access" in made ? made.access : undefined }]
        : [];
    }),
  );
}

async function builtRoutes(): Promise<Modules> {
  const { routes } = await productBuild();
  return routes as unknown as Modules;
}

describe("every address of the built service", () => {
  test("says who may read it and who may send to it", async () => {
    const routes = await builtRoutes();
    expect(undeclared(routes)).toEqual([]);
    expect(functionsOf(routes).length).toBeGreaterThan(0);
  });

  test("asks who you are, but for signing in and the pages about the service", async () => {
    const open = functionsOf(await builtRoutes()).filter(
      ({ name, access }) => access === "public" && !PUBLIC.test(name),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});

test("a loader or an action that does not say who may call it is named", () => {
  const declared = loaderFor("register.read", () => ({}));
  const misdeclared = Object.assign(() => ({}), { access: "everybody" });
  const routes = {
    "bids/bid.page": { module: { loader: declared, action: () => ({}) } },
    "bids/bids.page": { module: { loader: misdeclared, default: () => null } },
  };
  expect(undeclared(routes)).toEqual(["bids/bid.page action", "bids/bids.page loader"]);
});

import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { loadersAsTheyAre } from "./loaders-as-they-are.ts";

const items = [{ title: "Lamps" }];
const module = { default: () => null, loader: () => ({ items }) };
const routes = {
  "bids/list": { id: "bids/list", path: "/bids", module },
} as unknown as ServerBuild["routes"];

async function handedOver(scripted: boolean): Promise<{ items?: unknown }> {
  const loader = loadersAsTheyAre(routes, scripted)["bids/list"]?.module.loader;
  const answer = await loader?.({} as LoaderFunctionArgs);
  return (answer as { data: { items?: unknown } }).data;
}

test("a page has what its loader found, the same and not a copy, whether scripts run on it or not", async () => {
  expect((await handedOver(true)).items).toBe(items);
  expect((await handedOver(false)).items).toBe(items);
});

test("what a loader found is written for scripts where they may run, and nowhere else", async () => {
  expect(JSON.stringify({ loaderData: await handedOver(true) })).toBe(
    '{"loaderData":{"items":[{"title":"Lamps"}]}}',
  );
  expect(JSON.stringify({ loaderData: await handedOver(false) })).toBe("{}");
});

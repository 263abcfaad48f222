import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { partsOfBuild } from "./parts-of-build.ts";

const PATHS: Record<string, string | undefined> = {
  home: undefined,
  bids: "bids",
  bid: "bids/:id",
  award: "awards/:id",
  nothing: "*",
};

const routes = Object.fromEntries(
  Object.entries(PATHS).map(([id, path]) => [
    id,
    { id, parentId: "root", path, index: path === undefined, module: {} },
  ]),
);
const all = { root: { id: "root", path: "", module: {} }, ...routes };
const build = { routes: all, assets: { routes: all, version: "1" } } as unknown as ServerBuild;

test.each([
  ["/", ["root", "home", "nothing"]],
  ["/?message=1", ["root", "home", "nothing"]],
  ["/bids", ["root", "bids", "bid", "nothing"]],
  ["/bids/12/edit?after=3", ["root", "bids", "bid", "nothing"]],
  ["/awards/3", ["root", "award", "nothing"]],
])("%s is looked for among the addresses that begin as it does", (address, ids) => {
  const part = partsOfBuild(build)(address);
  expect(Object.keys(part.routes)).toEqual(ids);
  expect(Object.keys(part.assets.routes)).toEqual(ids);
});

test.each([
  "/elsewhere",
  "/Bids",
  "//bids",
  "/bids/",
  "/%62ids",
  "/bids?_data=award",
  "/bids?%5Fdata=award",
  "bids",
])("%s is looked for among all", (address) => {
  expect(partsOfBuild(build)(address)).toBe(build);
});

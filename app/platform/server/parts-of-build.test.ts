import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { partsOfBuild } from "./parts-of-build.ts";

const PATHS: Record<string, string | undefined> = {
  home: undefined,
  bids: "bids",
  newBid: "bids/new",
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
  ["/bids", ["root", "bids", "nothing"]],
  ["/Bids", ["root", "bids", "nothing"]],
  ["/bids/12?after=3", ["root", "bid", "nothing"]],
  ["/bids/New", ["root", "newBid", "bid", "nothing"]],
  ["/awards/3", ["root", "award", "nothing"]],
])("%s is looked for among the addresses that it can be", (address, ids) => {
  const part = partsOfBuild(build)(address);
  expect(Object.keys(part.routes)).toEqual(ids);
  expect(Object.keys(part.assets.routes)).toEqual(ids);
});

test("the same addresses make the same part", () => {
  const partFor = partsOfBuild(build);
  expect(partFor("/bids/1")).toBe(partFor("/bids/2?after=3"));
});

test.each([
  "/elsewhere",
  "/bids/12/edit",
  "//bids",
  "/bids/",
  "/%62ids",
  "/bids/%31",
  "/bids?_data=award",
  "/bids?%5Fdata=award",
  "bids",
])("%s is looked for among all", (address) => {
  expect(partsOfBuild(build)(address)).toBe(build);
});

import { json, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { loadersAsTheyAre } from "./loaders-as-they-are.ts";

type Loader = (args: LoaderFunctionArgs) => unknown;

async function loaded(loader: Loader | undefined, page: object = { default: () => null }): Promise<unknown> {
  const routes = { one: { id: "one", path: "one", module: { ...page, loader } } };
  const changed = loadersAsTheyAre(routes as unknown as ServerBuild["routes"]).one?.module.loader as Loader;
  return changed?.({} as LoaderFunctionArgs);
}

test("the data of a page is handed to it as it is", async () => {
  const data = { bids: [{ title: "Doorbells" }], next: null };
  expect(await loaded(() => data)).toMatchObject({ data });
});

test("a response stays one: a refused form, a redirect", async () => {
  const refused = json({}, { status: 422 });
  expect(await loaded(() => refused)).toBe(refused);
});

test("what has no page is left alone: a file, a page without data", async () => {
  const file = { rows: 1 };
  expect(await loaded(() => file, {})).toBe(file);
  expect(await loaded(undefined)).toBeUndefined();
});

test("what a loader throws is thrown", async () => {
  const missing = new Response(null, { status: 404 });
  await expect(loaded(() => Promise.reject(missing))).rejects.toBe(missing);
});

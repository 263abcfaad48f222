import { describe, expect, test } from "vitest";
import { NotFoundError } from "./errors.ts";
import { invalid, numericId, redirectTo } from "./page.server.ts";

describe("a redirect", () => {
  test("sends the browser by GET to a page of this service", () => {
    const response = redirectTo("/bids/17?tab=history");
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/bids/17?tab=history"]);
  });

  test.each(["//evil.example", "/\\evil.example", "https://evil.example/", "/.//evil.example", "bids"])(
    "never leaves the service for %s",
    (path) => {
      expect(() => redirectTo(path)).toThrow("stay within the service");
    },
  );
});

describe("the number of a record in an address", () => {
  test("is a whole number from 1", () => {
    expect([numericId("1"), numericId("999999999999999")]).toEqual([1, 999999999999999]);
  });

  test.each([undefined, "", "0", "-1", "01", "1.0", "1e3", "9999999999999999", "１", "1 ", "constructor"])(
    "is not %j",
    (param) => {
      expect(() => numericId(param)).toThrow(NotFoundError);
    },
  );
});

test("a form that cannot be accepted is answered with status 422", async () => {
  const response = invalid({ ok: false, values: { title: "" }, errors: { title: "Enter a title" } });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ errors: { title: "Enter a title" } });
});

import { expect, test } from "vitest";
import { askAgain, busyHref } from "./busy.rules.ts";

const addressIn = (href: string) => new URL(href, "http://localhost").searchParams.get("file");

test.each(["/exports/lines/file?format=csv&word=a%26b", "/exports/bids/file-metadata.json?format=csv-excel"])(
  "the file that could not be made (%s) is asked for again with all that was asked",
  (file) => {
    expect(askAgain(addressIn(busyHref(file)))).toEqual({
      file,
      page: file.replace(/\/file(-metadata\.json)?/, ""),
    });
  },
);

test.each([
  null,
  "",
  "//elsewhere.example/exports/lines/file",
  "https://elsewhere.example/",
  "/people/1",
  "/exports/a/b/file",
])("an address that is no file of an export (%s) leads nowhere", (address) => {
  expect(askAgain(address)).toBeNull();
});

import { expect, test } from "vitest";
import { navigationFor } from "./navigation.ts";

const officer = { name: "Officer", readsRegister: true, readsReference: true, managesPeople: false };

test("an administrator without a partnership sees no bids and no awards", () => {
  const administrator = { name: "A", readsRegister: false, readsReference: true, managesPeople: true };
  const sections = navigationFor(administrator, "/").map((item) => item.text);
  expect(sections).toEqual(["Home", "Reference data", "People"]);
});

test("nobody is shown sections before signing in", () => {
  expect(navigationFor(null, "/sign-in")).toEqual([]);
});

test("the section that the address is in is marked", () => {
  const current = (path: string) => navigationFor(officer, path).filter((item) => item.current);
  expect(current("/bids")).toEqual([{ text: "Bids", href: "/bids", current: "page" }]);
  expect(current("/bids/3/edit")).toEqual([{ text: "Bids", href: "/bids", current: "section" }]);
  expect(current("/funders/3")).toEqual([{ text: "Reference data", href: "/reference", current: "section" }]);
  expect(current("/bidsandpieces")).toEqual([]);
});

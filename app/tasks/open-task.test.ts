import { expect, it } from "vitest";
import { askedTasks, tasksHref, unreadTasks } from "./open-task.ts";

const asked = (query: string) => askedTasks(new URLSearchParams(query));

it("reads from an address whose tasks are asked for, and from where on", () => {
  expect(asked("")).toEqual({ whose: "mine", after: null });
  expect(asked("whose=late&after=2026-11-20_7")).toEqual({
    whose: "late",
    after: { dueOn: "2026-11-20", id: 7 },
  });
  expect(asked("whose=theirs&after=2026-11-31_7")).toEqual({ whose: "mine", after: null });
  expect(asked(tasksHref("all", { dueOn: "2026-11-20", id: 7 }).slice("/tasks?".length))).toEqual({
    whose: "all",
    after: { dueOn: "2026-11-20", id: 7 },
  });
  expect(tasksHref("mine")).toBe("/tasks");
});

it("says what of an address it leaves out", () => {
  const unread = (query: string) => unreadTasks(new URLSearchParams(query)).map(({ name }) => name);
  expect(unread("whose=late&after=2026-11-20_7")).toEqual([]);
  expect(unread("whose=mine")).toEqual([]);
  expect(unread("whose=theirs&after=2026-11-31_7&foo=1")).toEqual(["whose", "after", "foo"]);
});

import { afterEach, beforeEach } from "vitest";

const print = console.error;
let printed: unknown[][] = [];

beforeEach(() => {
  printed = [];
  console.error = (...values: unknown[]) => {
    printed.push(values);
    print(...values);
  };
});

/** React and the framework tell of most mistakes on the console only. */
afterEach(() => {
  console.error = print;
  if (printed.length > 0)
    throw new Error(`console.error was called: ${printed.map((values) => values.join(" ")).join("\n")}`);
});

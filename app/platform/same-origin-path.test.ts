import { describe, expect, test } from "vitest";
import { sameOriginPath } from "./same-origin-path.ts";

describe("a path to send a browser to", () => {
  test.each(["/", "/bids/17", "/awards?year=2024&by=fund#lines", "/reports/£"])("may be %s", (path) => {
    expect(new URL(sameOriginPath(path) ?? "refused:", "http://register.invalid").origin).toBe(
      "http://register.invalid",
    );
  });

  test.each([
    "",
    "bids",
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/bids/..//evil.example",
    "/%2e//evil.example",
    "javascript:alert(1)",
    " /bids",
  ])("is never %j", (path) => {
    expect(sameOriginPath(path)).toBeNull();
  });
});

import { describe, expect, test } from "vitest";
import { isFromThisService } from "./origin-check.ts";

const OURS = "https://funding.example.gov.uk";

describe("a form", () => {
  test.each([
    [{ origin: OURS }],
    [{ origin: OURS, "sec-fetch-site": "same-origin" }],
    [{ "sec-fetch-site": "same-origin" }],
  ])("is from this service with %j", (headers) => {
    expect(isFromThisService(headers, OURS)).toBe(true);
  });

  test.each([
    [{}],
    [{ origin: "" }],
    [{ origin: "null" }],
    [{ origin: "null", "sec-fetch-site": "same-origin" }],
    [{ origin: "http://funding.example.gov.uk" }],
    [{ origin: `${OURS}:8443` }],
    [{ origin: `${OURS}.evil.example` }],
    [{ origin: `${OURS}, https://evil.example` }],
    [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "none" }],
    [{ referer: `${OURS}/bids` }],
  ])("is not from this service with %j", (headers) => {
    expect(isFromThisService(headers, OURS)).toBe(false);
  });
});

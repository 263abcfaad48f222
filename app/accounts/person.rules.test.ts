import { describe, expect, it } from "vitest";
import { emailProblem, keptEmail, passwordProblem } from "./person.rules.ts";

describe("a new password", () => {
  it("has 12 characters or more, of any kind", () => {
    expect(passwordProblem("elevenchars", null)).toMatch(/12 characters or more/);
    expect(passwordProblem("twelve chars", null)).toBeNull();
    expect(passwordProblem("🦉".repeat(11), null)).toMatch(/12 characters or more/);
    expect(passwordProblem("🦉".repeat(12), null)).toBeNull();
  });

  it("has no more than 200 characters", () => {
    expect(passwordProblem("a".repeat(200), null)).toBeNull();
    expect(passwordProblem("a".repeat(201), null)).toMatch(/200 characters or fewer/);
  });

  it("is not the person's email address, whatever the case of its letters", () => {
    expect(passwordProblem("Sam.Khan@Example.org", "sam.khan@example.org")).toMatch(/not be your email/);
    expect(passwordProblem("sam.khan@example.org1", "sam.khan@example.org")).toBeNull();
  });
});

describe("an email address", () => {
  it("is one that post can be sent to", () => {
    for (const good of ["sam@example.org", "Sam.O'Khan+bids@council.gov.uk", " sam@example.org "]) {
      expect(emailProblem(good), good).toBeNull();
    }
    const bad = [
      "",
      "sam",
      "sam@",
      "@example.org",
      "sam@example",
      "a b@example.org",
      "a@b@example.org",
      "é@example.org",
    ];
    for (const address of [...bad, `${"a".repeat(250)}@example.org`]) {
      expect(emailProblem(address), address).not.toBeNull();
    }
  });

  it("is kept in lower case without spaces around it", () => {
    expect(keptEmail(" Sam@Example.ORG ")).toBe("sam@example.org");
  });
});

import { describe, expect, it } from "vitest";
import { emailProblem, keptEmail, passwordProblem } from "./person.rules.ts";

describe("a new password", () => {
  it("has 12 characters or more, of any kind", () => {
    expect(passwordProblem("elevenchars", null)).toMatch(/12 characters or more/);
    expect(passwordProblem("twelve chars", null)).toBeNull();
    expect(passwordProblem("🦉🐝🐞🐢🐍🦎🐙🦑🦐🦞🦀", null)).toMatch(/12 characters or more/);
    expect(passwordProblem("🦉🐝🐞🐢🐍🦎🐙🦑🦐🦞🦀🐡", null)).toBeNull();
  });

  it("has no more than 200 characters", () => {
    const long = Array.from({ length: 200 }, (_, index) =>
      String.fromCharCode(97 + ((index * index) % 25)),
    ).join("");
    expect(passwordProblem(long, null)).toBeNull();
    expect(passwordProblem(`${long}x`, null)).toMatch(/200 characters or fewer/);
  });

  it("is not one that guessing begins with", () => {
    expect(passwordProblem("Password2026!", null)).toMatch(/not be easy to guess/);
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

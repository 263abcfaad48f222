import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CONFIGURATION, readEnvironment } from "./env.server.ts";

describe("the configuration", () => {
  test("a publisher prefix with the 360G- that stands before it by itself is refused", () => {
    expect(readEnvironment({ PUBLISHER_PREFIX: "AshdownCouncil" }).publisherPrefix).toBe("AshdownCouncil");
    for (const prefix of ["360G-AshdownCouncil", "360g-ashdown"])
      expect(() => readEnvironment({ PUBLISHER_PREFIX: prefix })).toThrow(/without 360G-/);
  });

  test("works on one machine with nothing set", () => {
    expect(readEnvironment({})).toMatchObject({
      databaseUrl: "sqlite:data/register.sqlite",
      publicUrl: "http://localhost:3000",
      secure: false,
      host: "127.0.0.1",
      port: 3000,
      sessionIdleMinutes: 30,
      sessionAbsoluteHours: 12,
      contactEmail: null,
      trustProxy: [],
    });
  });

  test("follows the port in the public address", () => {
    expect(readEnvironment({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
  });

  test("listens everywhere and sends secure cookies once it has a public address", () => {
    const environment = readEnvironment({ PUBLIC_URL: "https://funding.example.gov.uk/" });
    expect(environment).toMatchObject({
      publicUrl: "https://funding.example.gov.uk",
      secure: true,
      host: "0.0.0.0",
    });
  });

  test("treats an empty variable as one that is not set", () => {
    expect(readEnvironment({ SERVICE_NAME: "", PORT: " " })).toMatchObject({ port: 3000 });
  });

  test("reads a list of trusted proxies", () => {
    expect(readEnvironment({ TRUST_PROXY: "loopback, 10.0.0.0/8,::1" }).trustProxy).toEqual([
      "loopback",
      "10.0.0.0/8",
      "::1",
    ]);
  });

  test.each([
    ["DATABASE_URL", "mysql://localhost/register"],
    ["DATABASE_URL", "sqlite::memory:"],
    ["PUBLIC_URL", "funding.example.gov.uk"],
    ["PUBLIC_URL", "http://funding.example.gov.uk"],
    ["PUBLIC_URL", "https://example.gov.uk/funding"],
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["BRAND_COLOUR", "red;}"],
    ["CONTACT_EMAIL", "nobody"],
    ["SESSION_IDLE_MINUTES", "0"],
    ["TRUST_PROXY", "everybody"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["LOG_LEVEL", "loud"],
    ["DATABASE_POOL_SIZE", "-1"],
  ])("refuses %s=%s and names the variable", (variable, value) => {
    expect(() => readEnvironment({ [variable]: value })).toThrow(variable);
  });

  test("names every variable that is wrong at once", () => {
    expect(() => readEnvironment({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT must.*\nLOG_LEVEL must/);
  });

  test("is listed whole in the README", () => {
    const readme = readFileSync("README.md", "utf8");
    expect(
      CONFIGURATION.map(([variable]) => variable).filter((variable) => !readme.includes(`\`${variable}\``)),
    ).toEqual([]);
  });
});

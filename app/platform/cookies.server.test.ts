import { describe, expect, test } from "vitest";
import { readCookie, writeCookie } from "./cookies.server.ts";
import { sessionCookieName } from "./session.server.ts";

describe("a cookie", () => {
  test("is read back as it was written", () => {
    const [pair = ""] = writeCookie("message", '"£1; =,"', { secure: false }).split(";");
    expect(readCookie(`a=1; ${pair}; b=2`, "message")).toBe('"£1; =,"');
  });

  test("is none where it is absent or cannot be read", () => {
    expect([
      readCookie(undefined, "a"),
      readCookie("b=1", "a"),
      readCookie("a=%", "a"),
      readCookie("xa=1", "a"),
    ]).toEqual([null, null, null, null]);
  });

  test("of a session is bound to its host and to https, except on localhost", () => {
    const cookie = writeCookie(sessionCookieName(true), "token", { secure: true });
    expect(cookie).toBe("__Host-session=token; Path=/; HttpOnly; SameSite=Lax; Secure");
    expect(sessionCookieName(false)).toBe("session");
  });
});

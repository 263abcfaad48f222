/** The value of a cookie in a `Cookie` header, or null where it is absent or cannot be read. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const [key = "", ...rest] = pair.trim().split("=");
    if (key !== name) continue;
    try {
      return decodeURIComponent(rest.join("="));
    } catch {
      return null;
    }
  }
  return null;
}

/**
 * A `Set-Cookie` value: kept from scripts, not sent from other sites, for the whole service.
 * @param options.maxAge seconds; left out, the cookie lasts as long as the browser stays open.
 */
export function writeCookie(
  name: string,
  value: string,
  options: { secure: boolean; maxAge?: number },
): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, "Path=/", "HttpOnly", "SameSite=Lax"];
  if (options.secure) parts.push("Secure");
  if (options.maxAge !== undefined) parts.push(`Max-Age=${options.maxAge}`);
  return parts.join("; ");
}

const ANYWHERE = "http://register.invalid";

/**
 * A path of this service that it is safe to send a browser to, or null.
 * What a browser would read as another host is refused: `//host`, `/\host`, `/.//host`, a tab inside.
 */
export function sameOriginPath(path: string): string | null {
  if (!path.startsWith("/") || !URL.canParse(path, ANYWHERE)) return null;
  const url = new URL(path, ANYWHERE);
  if (url.origin !== ANYWHERE || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search + url.hash;
}

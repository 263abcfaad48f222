import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 random bits that fits in an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret: its SHA-256, in hexadecimal. It cannot be turned back into the secret. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

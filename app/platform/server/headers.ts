import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const FEATURES = ["camera", "geolocation", "microphone", "payment", "usb", "browsing-topics"];

/**
 * The security headers, before anything else can answer, so that every response has them: pages, files, errors.
 * Nothing is kept by caches, except the files that say otherwise.
 */
export function securityHeaders(options: { secure: boolean; development: boolean }): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString("base64");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Permissions-Policy", FEATURES.map((feature) => `${feature}=()`).join(", "));
      next();
    },
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(options) },
      strictTransportSecurity: options.secure ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
      referrerPolicy: { policy: "same-origin" },
      xFrameOptions: { action: "deny" },
    }),
  ];
}

/** A script runs only with the response's nonce, or loaded by one that has it. No plugin, no frame, no foreign form. */
function contentSecurityPolicy({ secure, development }: { secure: boolean; development: boolean }) {
  const nonce = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce}'`;
  return {
    defaultSrc: ["'self'"],
    scriptSrc: [nonce, "'strict-dynamic'"],
    // The development server puts styles into the page itself.
    styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
    imgSrc: ["'self'", "data:"],
    connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
    ...(secure ? { upgradeInsecureRequests: [] } : {}),
  };
}

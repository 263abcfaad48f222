import type { Response } from "express";
import type { Environment } from "../env.server.ts";

/** Answers that are given before the framework, or where it failed. */
const PAGES = {
  400: ["Your browser sent something we could not read", "Go back, reload the page and try again."],
  403: [
    "This form was not sent from this service",
    "Open the page on this service, and send the form from there. Nothing was changed.",
  ],
  404: [
    "Page not found",
    "If you typed the address, check it. If you followed a link, the page may have moved.",
  ],
  405: ["This cannot be done at this address", "Go back and try again from the page."],
  408: ["Your request took too long to arrive", "Check your connection and try again. Nothing was changed."],
  413: [
    "What you sent is too large",
    "A form may hold 1,000 fields and 1 megabyte, and a file 10 megabytes. Send less, or in several parts. Nothing was changed.",
  ],
  415: ["This kind of content cannot be sent here", "Use the forms of this service. Nothing was changed."],
  431: [
    "What your browser sent about itself is too long",
    "Delete the cookies of this service and try again.",
  ],
  500: ["Sorry, there is a problem with the service", "Try again later. Nothing was changed."],
  503: ["Sorry, the service is not available", "Try again in a minute."],
} as const satisfies Record<number, readonly [heading: string, text: string]>;

export type PlainStatus = keyof typeof PAGES;

/** Ends a request with a page that needs nothing: no framework, no database, no stylesheet. */
export type Refuse = (response: Response, status: PlainStatus) => void;

export function plainPages(environment: Environment): Refuse {
  return (response, status) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (status === 503) response.setHeader("Retry-After", "5");
    response
      .status(status)
      .type("html")
      .send(plainPage(environment, status, response.locals.nonce, response.locals.requestId));
  };
}

/**
 * The page as HTML. Its style element carries the nonce that the content security policy asks for.
 * @param requestId what the log knows the request by, shown where something failed.
 */
export function plainPage(
  environment: Environment,
  status: PlainStatus,
  nonce: string,
  requestId?: string,
): string {
  const [heading, text] = PAGES[status];
  const service = escapeHtml(environment.serviceName);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading} – ${service}</title>
<style nonce="${nonce}">
body { margin: 0; color: #0b0c0c; font: 19px/1.4 "Helvetica Neue", Helvetica, Arial, sans-serif; }
header { padding: 12px 15px; color: #fff; background: #0b0c0c; border-bottom: 10px solid ${environment.brandColour}; }
header a { color: #fff; font-weight: bold; text-decoration: none; }
main { max-width: 600px; padding: 40px 15px; margin: 0 auto; }
h1 { margin: 0 0 30px; font-size: 32px; line-height: 1.2; }
main a { color: #1a65a6; }
a:focus { color: #0b0c0c; background: #fd0; outline: 3px solid #0b0c0c; }
</style>
</head>
<body>
<header><a href="/">${service}</a></header>
<main>
<h1>${heading}</h1>
<p>${text}</p>${status >= 500 && requestId ? `\n<p>If you report this, give the reference ${requestId}.</p>` : ""}
<p><a href="/">Go to the start page</a></p>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

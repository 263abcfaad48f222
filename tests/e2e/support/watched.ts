import { test as base, expect } from "@playwright/test";

/** A test that fails where a page writes an error to the console, breaks, or asks for something that does not come. */
export const test = base.extend<{ nothingBroke: undefined }>({
  nothingBroke: [
    async ({ context }, use) => {
      const broken: string[] = [];
      context.on("weberror", (error) => broken.push(`${error.page()?.url()}: ${error.error().message}`));
      context.on("console", (message) => {
        // The browser repeats there what the answers below say better.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
          broken.push(`${message.page()?.url()}: ${message.text()}`);
        }
      });
      context.on("response", (response) => {
        // A page may refuse a form or not exist; a page that fails, or lacks a part, may not.
        const isPage = response.request().isNavigationRequest();
        if (response.status() >= (isPage ? 500 : 400)) broken.push(`${response.status()} ${response.url()}`);
      });
      context.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText ?? "";
        // Given up by the browser: it went on to the next page, saves a file, or has scripts turned off.
        const isGivenUp = reason === "net::ERR_ABORTED" || (reason === "csp" && !hasScripts());
        if (!isGivenUp) broken.push(`${reason} ${request.url()}`);
      });
      await use(undefined);
      expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** True in the project whose browser runs scripts. */
export function hasScripts(): boolean {
  return test.info().project.use.javaScriptEnabled !== false;
}

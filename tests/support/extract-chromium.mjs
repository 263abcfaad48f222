import chromium from "@sparticuz/chromium";

// Writes the browser into TMPDIR; `chromium.ts` runs this apart, because it changes the environment it runs in.
await chromium.executablePath();

import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { contextOfAddress } from "./addresses.queries.server.ts";
import { listDeadlines } from "./deadline-sources.server.ts";
import { fairRate } from "./fair-rate.ts";
import { calendarFile } from "./ics.ts";

const FILE = /^([\w-]{43})\.ics$/;
const waitFor = fairRate();

/** The deadlines of whoever the secret address is of, for their calendar program; nothing else in the request counts. */
export const loader = loaderFor("public", async ({ context, params, platform }) => {
  const token = FILE.exec(params.file ?? "")?.[1];
  if (token === undefined) throw new NotFoundError("No such calendar");
  const own = await contextOfAddress(context, token);
  const seconds = waitFor(token, context.now());
  if (seconds !== null) {
    const headers = { "retry-after": String(seconds) };
    return new Response("Too many readings of this calendar. Try again in a minute.", {
      status: 429,
      headers,
    });
  }
  const { publicUrl } = platform.settings;
  const deadlines = await listDeadlines(own);
  const file = calendarFile({ name: "Funding deadlines", publicUrl, now: context.now(), deadlines });
  return new Response(file, { headers: { "content-type": "text/calendar; charset=utf-8" } });
});

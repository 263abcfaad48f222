import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { readAsked } from "./asked-export.server.ts";
import { getDataset } from "./datasets.server.ts";
import { answerWithFile } from "./file-response.server.ts";
import { contextOfToken, sameRights } from "./tokens.queries.server.ts";

/** A file at an address that stays, for spreadsheets that fetch it again by themselves: with a token, never a cookie. */
export const loader = loaderFor("public", async ({ request, params, url, platform }) => {
  const context = await contextOfToken(request, platform);
  if (context === null) {
    return new Response("This address needs a token that works. Make one under Your account.", {
      status: 401,
      statusText: "Unauthorized",
      headers: { "www-authenticate": 'Basic realm="Exports", charset="UTF-8"' },
    });
  }
  const [, name, format] = /^([\w-]+)\.(csv|json)$/.exec(params.file ?? "") ?? [];
  if ((format !== "csv" && format !== "json") || name === "audit") throw new NotFoundError("No such file");
  const dataset = getDataset(name);
  const asked = readAsked(url.searchParams, platform.environment, context.today);
  if (!asked.ok) return new Response(Object.values(asked.errors).join("\n"), { status: 422 });
  return answerWithFile({ context, request, platform }, dataset, { ...asked.data, format }, async () => {
    const now = await contextOfToken(request, platform);
    return now !== null && sameRights(context, now);
  });
});

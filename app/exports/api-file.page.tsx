import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { readAsked } from "./asked-export.server.ts";
import { getDataset } from "./datasets.server.ts";
import { isForPrograms } from "./export.ts";
import { CSV_METADATA, type FileKind } from "./export-format.ts";
import { answerWithFile } from "./file-response.server.ts";
import { contextOfToken, sameRights } from "./tokens.queries.server.ts";

/** By how an address ends. What a CSV holds is where "CSV on the Web" looks for it first. */
const FORMATS: Record<string, FileKind> = {
  csv: "csv",
  json: "json",
  "csv-metadata.json": CSV_METADATA.csv,
};

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
  const [, name, ending] = /^([\w-]+)\.(csv|json|csv-metadata\.json)$/.exec(params.file ?? "") ?? [];
  const format = ending === undefined || !isForPrograms(name) ? undefined : FORMATS[ending];
  if (format === undefined) throw new NotFoundError("No such file");
  const dataset = getDataset(name);
  const asked = readAsked(url.searchParams, platform.environment, context.today);
  if (!asked.ok) return new Response(Object.values(asked.errors).join("\n"), { status: 422 });
  const { search } = url;
  const csvUrl = `${platform.settings.publicUrl}/api/v1/${name}.csv${search}`;
  const described = format === "csv" && { describedAt: `/api/v1/${name}.csv-metadata.json${search}` };
  const mayGoOn = async () => {
    const now = await contextOfToken(request, platform);
    return now !== null && sameRights(context, now);
  };
  return answerWithFile(
    { context, request, platform },
    dataset,
    { ...asked.data, csvUrl, format },
    { ...described, mayGoOn },
  );
});

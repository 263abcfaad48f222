import { loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { readAsked } from "./asked-export.server.ts";
import { busyHref } from "./busy.rules.ts";
import { getDataset } from "./datasets.server.ts";
import { asCsv, metadataHref, parseFormat } from "./export-format.ts";
import { answerWithFile } from "./file-response.server.ts";

/** The file itself; an address that cannot be read is explained on the page. */
export const loader = loaderFor("signed-in", async (args) => {
  const { params, url, platform, context } = args;
  const dataset = getDataset(params.dataset);
  dataset.requireAccess(context);
  const asked = readAsked(url.searchParams, platform.environment, context.today);
  const format = parseFormat(url.searchParams.get("format") ?? dataset.formats[0] ?? null);
  if (!asked.ok || format === null || !dataset.formats.includes(format)) {
    return redirectTo(`/exports/${dataset.name}${url.search}`);
  }
  const described = asCsv(format) !== null && { describedAt: metadataHref(dataset.name, url.search) };
  return answerWithFile(
    args,
    dataset,
    { ...asked.data, format },
    { ...described, busyAt: busyHref(url.pathname + url.search) },
  );
});

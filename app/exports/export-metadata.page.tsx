import { loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { readAsked } from "./asked-export.server.ts";
import { busyHref } from "./busy.rules.ts";
import { getDataset } from "./datasets.server.ts";
import { asCsv, CSV_METADATA, parseFormat } from "./export-format.ts";
import { answerWithFile } from "./file-response.server.ts";

/** What a CSV file holds, in a file of its own: a CSV has no place for it. */
export const loader = loaderFor("signed-in", async (args) => {
  const { params, url, platform, context } = args;
  const dataset = getDataset(params.dataset);
  dataset.requireAccess(context);
  const asked = readAsked(url.searchParams, platform.environment, context.today);
  const format = parseFormat(url.searchParams.get("format") ?? "csv");
  const csv = format === null ? null : asCsv(format);
  if (!asked.ok || csv === null || !dataset.formats.includes(csv)) {
    return redirectTo(`/exports/${dataset.name}${url.search}`);
  }
  const busyAt = busyHref(url.pathname + url.search);
  return answerWithFile(args, dataset, { ...asked.data, format: CSV_METADATA[csv] }, { busyAt });
});

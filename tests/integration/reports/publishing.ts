import type { Context } from "#app/platform/context.server.ts";
import { publishReport, shownOf } from "#app/reports/published/publish-report.server.ts";
import { fileOfPublished, getPublished } from "#app/reports/published/published.queries.server.ts";
import type { PublishInput } from "#app/reports/published/published.schema.ts";
import { ALL_REPORTS_TO_PUBLISH } from "#app/standing/index.server.ts";

/** A report by its part of an address. */
export function reportNamed(name: string) {
  const report = ALL_REPORTS_TO_PUBLISH[name];
  if (!report) throw new Error(`No report ${name}`);
  return report;
}

/** A report as it is shown before it is published. */
export async function shownReport(
  context: Context,
  name: string,
  asked: Record<string, string>,
  position: number | null = null,
) {
  const made = await reportNamed(name).make(context, new URLSearchParams(asked), position);
  if (made === null) throw new Error(`${name} says not whose it is`);
  return made;
}

/** What is sent to publish a report as it is shown. */
export async function inputFor(
  context: Context,
  name: string,
  asked: Record<string, string>,
  more: Partial<PublishInput> = {},
): Promise<PublishInput> {
  const made = await shownReport(context, name, asked, more.position ?? null);
  const { asAt, knownAt, position } = made.moment;
  return {
    title: made.title,
    committee: "Crime and Disorder Scrutiny Panel",
    meetingOn: "2026-12-01",
    introduction: "First & foremost.\n\nSecond.",
    readers: "members",
    asked: String(new URLSearchParams({ ...asked, "as-at": asAt, "known-at": knownAt })),
    position,
    shown: shownOf(made).shown,
    ...more,
  };
}

/** Publishes a report as it is shown. */
export async function publish(
  context: Context,
  name: string,
  asked: Record<string, string>,
  more: Partial<PublishInput> = {},
) {
  const input = await inputFor(context, name, asked, more);
  const result = await publishReport(context, reportNamed(name), input, "Ashdown Council");
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return getPublished(context, result.value.id);
}

/** The stored body and files of a published report. */
export async function filesOf(context: Context, id: number) {
  const published = await getPublished(context, id);
  const file = async (name: "report.html" | "report.csv") =>
    String(await fileOfPublished(context, published, name));
  const docx =
    published.report === "yearly" ? await fileOfPublished(context, published, "report.docx") : null;
  return {
    body: published.bodyHtml,
    file_html: await file("report.html"),
    file_csv: await file("report.csv"),
    file_docx: docx === null ? null : Buffer.from(docx as Uint8Array),
  };
}

import { type PageArgs, redirectTo } from "#app/platform/page.server.ts";
import type { Platform } from "#app/platform/platform.server.ts";
import { type Dataset, ExportRefusedError } from "./dataset.server.ts";
import type { AskedExport } from "./export.ts";
import { type FileKind, FORMAT_DETAILS } from "./export-format.ts";
import { type Export, makeExport } from "./make-export.server.ts";
import { TooManyExportsError } from "./turns.server.ts";

const TOO_MANY =
  "No file was made: as many as can be at once are being made for people already. Wait a minute, then try again. Your own stand under Exports, where you can stop them.";
/** When it is worth asking again. */
export const RETRY_SECONDS = 20;
const LOOK_AGAIN_MS = 1_000;

type HowToAnswer = {
  /** Where a description of what the file holds is to be had; undefined where the file says it itself. */
  describedAt?: string;
  /** Asked now and then while the file goes out, where nothing else looks whether the reader still may. */
  mayGoOn?: () => Promise<boolean>;
  /** A page for people, where too many files are being made; a program is told by the status and in a sentence. */
  busyAt?: string;
};

/**
 * Answers with the file. It goes out as it is made, no faster than it is taken; where the making fails or the person may
 * not go on, the connection is cut, so that what arrived is seen to be no whole file.
 */
export async function answerWithFile(
  { context, request, platform }: Pick<PageArgs, "context" | "request" | "platform">,
  dataset: Dataset,
  asked: AskedExport & { format: FileKind },
  { describedAt, mayGoOn = async () => true, busyAt }: HowToAnswer = {},
): Promise<Response> {
  const headers = {
    "content-type": FORMAT_DETAILS[asked.format].type,
    "cache-control": "no-transform",
    ...(describedAt === undefined ? {} : { link: describedByLink(describedAt) }),
  };
  dataset.requireAccess(context);
  if (request.method === "HEAD") return new Response(null, { headers });
  try {
    const file = await makeExport(context, dataset, asked, request.signal);
    const body = bodyOf(file, platform, mayGoOn);
    return new Response(body, {
      headers: { ...headers, "content-disposition": `attachment; filename="${file.fileName}"` },
    });
  } catch (error) {
    if (error instanceof ExportRefusedError) return new Response(error.message, { status: 422 });
    if (!(error instanceof TooManyExportsError)) throw error;
    if (busyAt !== undefined) return redirectTo(busyAt);
    platform.retryAfter(RETRY_SECONDS);
    return new Response(TOO_MANY, {
      status: 503,
      statusText: "Service Unavailable",
    });
  }
}

/** As RFC 8288 and "CSV on the Web" have it: where programs find what a CSV file holds. */
function describedByLink(address: string): string {
  return `<${address}>; rel="describedby"; type="${FORMAT_DETAILS["csv-metadata"].type}"`;
}

/** Where it is stopped the connection is cut at once, also while nobody takes what was sent: its turn is another’s. */
function bodyOf(
  { pieces, stopped }: Pick<Export, "pieces" | "stopped">,
  platform: Platform,
  mayGoOn: () => Promise<boolean>,
) {
  let looked = performance.now();
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const cut = () => {
          controller.error(new Error("The file was stopped"));
          void pieces.return(0).catch(() => {});
        };
        stopped.addEventListener("abort", cut, { once: true });
      },
      pull: async (controller) => {
        try {
          await platform.drained();
          if (performance.now() - looked > LOOK_AGAIN_MS) {
            if (!(await mayGoOn())) throw new Error("Whoever asked for the file may not have it any more");
            looked = performance.now();
          }
          const { value, done } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          await pieces.return(0).catch(() => {});
          throw error;
        }
      },
      cancel: async () => {
        await pieces.return(0);
      },
    },
    { highWaterMark: 0 },
  );
}

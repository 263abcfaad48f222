import type { Context } from "#app/platform/context.server.ts";
import { ATTACHMENT_KINDS, type Attachment } from "./attachment.ts";
import { getContent } from "./attachments.queries.server.ts";
import { contentDisposition } from "./file-name.rules.ts";
import { charsetOf } from "./text-kind.ts";

/**
 * The answer that hands out a stored file: to be saved, never shown as a page of this service, and, where a browser
 * should show it all the same, as a document without scripts and without this service's origin.
 * @throws NotFoundError where it was deleted.
 */
export async function attachmentResponse(context: Context, attachment: Attachment): Promise<Response> {
  const bytes = await getContent(context, attachment.id);
  const { type } = ATTACHMENT_KINDS[attachment.kind];
  const charset = type.startsWith("text/") ? `; charset=${charsetOf(bytes) ?? "utf-8"}` : "";
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type + charset,
      "content-length": String(bytes.length),
      "content-disposition": contentDisposition(attachment.fileName),
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-transform",
    },
  });
}

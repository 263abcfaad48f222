import { fail, type Result, succeed } from "#app/core/result.ts";
import { FILE_LEFT_OUT } from "#app/platform/file-left-out.ts";
import { type AttachmentKind, MAX_ATTACHMENT_BYTES, TOO_LARGE } from "./attachment.ts";
import { kindOfFile } from "./file-kind.server.ts";
import { tidyFileName, withExtension } from "./file-name.rules.ts";

export type SentFile = { fileName: string; kind: AttachmentKind; bytes: Buffer };

/** The file of a form, looked at: what it is, and its tidied name. Its message belongs to the field `file`. */
export async function readSentFile(form: FormData): Promise<Result<SentFile>> {
  const file = form.get("file");
  if (form.has(FILE_LEFT_OUT)) return fail({ file: TOO_LARGE });
  if (!(file instanceof Blob) || (file.name === "" && file.size === 0))
    return fail({ file: "Choose a file" });
  if (file.size > MAX_ATTACHMENT_BYTES) return fail({ file: TOO_LARGE });
  const bytes = Buffer.from(await file.arrayBuffer());
  const name = tidyFileName(file.name);
  const kind = kindOfFile(bytes, name);
  return kind.ok ? succeed({ fileName: withExtension(name, kind.value), kind: kind.value, bytes }) : kind;
}

import type { IncomingHttpHeaders } from "node:http";
import { FILE_LEFT_OUT } from "../file-left-out.ts";

export const MAX_FIELDS = 1000;

type Problem = 400 | 413 | 415;

/**
 * What is wrong with the body of a form: 415 where it is not one, 413 where it has too many fields, 400 where it is
 * not well formed; null where it is right.
 */
export async function readForm(headers: IncomingHttpHeaders, body: Buffer): Promise<Problem | null> {
  const [type = "", ...parameters] = (headers["content-type"] ?? "").split(";");
  const encoding = headers["content-encoding"] ?? "identity";
  const charset = parameter(parameters, "charset") ?? "utf-8";
  if (encoding !== "identity" || charset.toLowerCase() !== "utf-8") return 415;
  switch (type.trim().toLowerCase()) {
    case "application/x-www-form-urlencoded":
      return problemOfUrlEncoded(body);
    case "multipart/form-data":
      return problemOfMultipart(headers["content-type"] ?? "", parameter(parameters, "boundary"), body);
    default:
      return 415;
  }
}

/** Text that is not well-formed UTF-8 is refused rather than kept with replacement characters in it. */
function problemOfUrlEncoded(body: Buffer): Problem | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    if (text.split("&").length > MAX_FIELDS) return 413;
    decodeURIComponent(text.replaceAll("+", " "));
    return null;
  } catch {
    return 400;
  }
}

const BOUNDARY = /^[\w'()+,./:=? -]{1,70}$/;

/**
 * A form whose file is too large, without it: the fields that stand before the file, and one that says so in its place.
 * Null where there is no file near the beginning.
 * @param head the first part of the body.
 */
export function withoutFile(headers: IncomingHttpHeaders, head: Buffer): Buffer | null {
  const boundary = parameter((headers["content-type"] ?? "").split(";"), "boundary");
  if (boundary === null || !BOUNDARY.test(boundary)) return null;
  const text = head.toString("latin1");
  const file = /\r\ncontent-disposition:[^\r\n]*; *filename\*?=/i.exec(text);
  const start = file === null ? -1 : text.lastIndexOf(`--${boundary}`, file.index);
  if (start < 0) return null;
  const instead = `--${boundary}\r\nContent-Disposition: form-data; name="${FILE_LEFT_OUT}"\r\n\r\nyes\r\n--${boundary}--\r\n`;
  return Buffer.concat([head.subarray(0, start), Buffer.from(instead)]);
}

/** Read once as the framework will read it; the closing boundary tells that the body is whole. */
async function problemOfMultipart(
  contentType: string,
  boundary: string | null,
  body: Buffer,
): Promise<Problem | null> {
  if (boundary === null || !BOUNDARY.test(boundary)) return 400;
  const tail = body.subarray(-boundary.length - 8).toString("latin1");
  if (!tail.trimEnd().endsWith(`--${boundary}--`)) return 400;
  if (body.toString("latin1").split(`\r\n--${boundary}\r\n`).length > MAX_FIELDS) return 413;
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { "content-type": contentType },
    }).formData();
    return [...form].length > MAX_FIELDS ? 413 : null;
  } catch {
    return 400;
  }
}

function parameter(parameters: readonly string[], name: string): string | null {
  for (const text of parameters) {
    const [key = "", ...value] = text.trim().split("=");
    if (key.toLowerCase() === name) return value.join("=").replace(/^"(.*)"$/, "$1");
  }
  return null;
}

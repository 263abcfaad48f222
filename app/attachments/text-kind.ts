import { fail, type Result, succeed } from "#app/core/result.ts";

type TextKind = "txt" | "csv" | "eml";

/** Control characters that no text holds, apart from tab, line ends and the form feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f]/;
/** What the bytes that stand for nothing in Windows-1252 are read as. */
const NOT_WINDOWS = /[\x81\x8d\x8f\x90\x9d]/;
const MARKUP = /^\s*<|<(script|html|svg|iframe|body)\b/i;
const HEADER = /^[A-Za-z][\w-]*:/;
/** Parts of an email that are files. */
const FILE_PART = /^content-disposition:\s*attachment|^content-type:(?:[^\n]|\n[ \t])*;\s*name\s*=/im;

const WEB_PAGE = "Web pages, drawings and XML are not accepted (HTML, SVG). Save it as a PDF";
const WITH_FILES = "The email holds attachments of its own. Save each of them and add it by itself";
const NO_EMAIL = "The file’s name ends in .eml, but it does not begin as an email does";

/** Which text a file is, by its content and then by its name; null where it is none. */
export function textKind(bytes: Uint8Array, extension: string | null): Result<TextKind> | null {
  const text = textOf(bytes);
  if (text === null) return null;
  if (extension === "eml") return emailKind(text);
  if (MARKUP.test(text)) return fail({ file: WEB_PAGE });
  return succeed(extension === "csv" ? "csv" : "txt");
}

function emailKind(text: string): Result<TextKind> {
  const [headers = ""] = text.split(/\r?\n\r?\n/, 1);
  if (!HEADER.test(headers) || !/^from:/im.test(headers) || !/^(date|subject):/im.test(headers))
    return fail({ file: NO_EMAIL });
  return FILE_PART.test(text.replaceAll("\r\n", "\n")) ? fail({ file: WITH_FILES }) : succeed("eml");
}

/** How a text is written: in UTF-8, or in the Windows way in which Excel writes. Null where it is no text. */
export function charsetOf(bytes: Uint8Array): "utf-8" | "windows-1252" | null {
  try {
    return CONTROL.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) ? null : "utf-8";
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return CONTROL.test(text) || NOT_WINDOWS.test(text) ? null : "windows-1252";
  }
}

function textOf(bytes: Uint8Array): string | null {
  const charset = charsetOf(bytes);
  return charset === null ? null : new TextDecoder(charset).decode(bytes);
}

import { ATTACHMENT_KINDS, type AttachmentKind } from "./attachment.ts";

const LONGEST = 120;

/** Control characters, halves of characters, and marks that turn the direction of writing: nobody can see them. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** The name of a file as it is kept: without folders and without what some system could not write; "" where nothing is left. */
export function tidyFileName(name: string): string {
  const own = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const tidy = own
    .replace(UNSEEN, "")
    .replace(/[<>:"|?*]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(tidy)?.[0] ?? "";
  const stem = [...tidy.slice(0, tidy.length - extension.length)].slice(0, LONGEST - extension.length);
  return stem.length === 0 ? extension.replace(".", "") : stem.join("").trimEnd() + extension;
}

/** The last part of a name, in small letters; null where it has none. */
export function extensionOf(name: string): string | null {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** The name with the extension of its kind, where it had none. */
export function withExtension(name: string, kind: AttachmentKind): string {
  const stem = name === "" ? "attachment" : name;
  return extensionOf(stem) === null ? `${stem}.${ATTACHMENT_KINDS[kind].extensions[0]}` : stem;
}

/**
 * The header that makes a browser save a file under its name, after RFC 6266: in plain letters for old browsers, and in
 * full by RFC 8187.
 */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

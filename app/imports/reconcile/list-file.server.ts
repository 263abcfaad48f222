import { fail, type Result, succeed } from "#app/core/result.ts";
import { FILE_LEFT_OUT } from "#app/platform/file-left-out.ts";
import { decodeList, MAX_LIST_BYTES, TOO_LARGE } from "./funder-list.rules.ts";
import { readWorkbook, startsAsArchive } from "./workbook/workbook.server.ts";

/** A form with a funder's list in it, pasted or as a file: its entries with the list as text, and the bytes of a file. */
export type SentList = { entries: [string, unknown][]; sent: Uint8Array | null };

/** Reads the list that was sent; a file counts before what was pasted. Fails under `list` where it cannot be read. */
export async function readSentList(form: FormData): Promise<Result<SentList>> {
  if (form.has(FILE_LEFT_OUT)) return fail({ list: TOO_LARGE });
  const file = form.get("file");
  const entries = [...form].filter(([name]) => name !== "file");
  if (!(file instanceof Blob)) return succeed({ entries, sent: null });
  // Where no file is chosen a browser sends one without a name.
  const name = file instanceof File ? file.name : "";
  if (file.size === 0 && name === "") return succeed({ entries, sent: null });
  if (file.size === 0) return fail({ list: emptyWords(name) });
  const sent = new Uint8Array(await file.arrayBuffer());
  if (sent.length > MAX_LIST_BYTES) return fail({ list: TOO_LARGE });
  const text = startsAsArchive(sent) ? readWorkbook(sent) : decodeList(sent);
  if (!text.ok) return text;
  if (text.value.trim() === "") return fail({ list: emptyWords(name) });
  return succeed({ entries: [...entries.filter(([name]) => name !== "list"), ["list", text.value]], sent });
}

function emptyWords(name: string): string {
  const called = name === "" ? "" : ` “${name.slice(0, 60)}”`;
  return `The file${called} is empty. Choose the file that holds the funder’s list, or paste the list`;
}

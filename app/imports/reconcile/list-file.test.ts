import { expect, test } from "vitest";
import { readSentList } from "./list-file.server.ts";

const sent = (file: File | null, list = "") => {
  const form = new FormData();
  form.set("list", list);
  if (file) form.set("file", file);
  return readSentList(form);
};

test("a file that is empty is said to be, by its name, and not that none was chosen", async () => {
  for (const bytes of ["", " \n"]) {
    expect(await sent(new File([bytes], "awards.csv"), "Ref,Amount")).toMatchObject({
      ok: false,
      errors: {
        list: "The file “awards.csv” is empty. Choose the file that holds the funder’s list, or paste the list",
      },
    });
  }
});

test("where no file is chosen what was pasted counts", async () => {
  for (const none of [null, new File([], "")]) {
    expect(await sent(none, "Ref,Amount")).toMatchObject({ ok: true, value: { sent: null } });
  }
});

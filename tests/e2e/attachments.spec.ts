import { readFileSync } from "node:fs";
import { expectAccessible } from "./support/accessible.ts";
import { expectRefused } from "./support/errors.ts";
import { choose, follow, heading, main, success } from "./support/pages.ts";
import { OFFICER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

const LETTER = "Anytown (invented): we are pleased to offer you £6,000.\n";
const BID = "Bells for the bridge";

test("a letter is attached to a bid, taken out again with a reason, and a note says why", async ({
  page,
}) => {
  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  await choose(page, "Which round is it for?", /Safer neighbourhoods round/);
  await page.getByLabel("What is the bid called?").fill(BID);
  await page.getByLabel("How much do you ask for, in pounds?").fill("6,000");
  await choose(page, "Which partnership leads the bid?", /^Anytown/);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(heading(page)).toHaveText(BID);
  const address = new URL(page.url()).pathname;

  await follow(page, "Add an attachment");
  await expectAccessible(page);
  const attach = async (name: string, mimeType: string, text: string) => {
    await page.getByLabel("Choose the file").setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Add the attachment" }).click();
  };
  await page.getByLabel("What is it?").fill("Letter of the funder");
  await attach("letter.pdf", "application/pdf", "<html>");
  await expectRefused(page, "Web pages, drawings and XML are not accepted (HTML, SVG). Save it as a PDF");
  await expect(page.getByLabel("What is it?")).toHaveValue("Letter of the funder");
  await attach("letter.txt", "text/plain", LETTER);
  await expect(success(page)).toContainText("Added: Letter of the funder");

  const table = main(page).getByRole("table", { name: "Attachments" });
  const downloading = page.waitForEvent("download");
  await table.getByRole("link", { name: "letter.txt" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("letter.txt");
  expect(readFileSync(await download.path(), "utf8")).toBe(LETTER);

  await follow(page, "say which figure one is the source of");
  await choose(page, "Which attachment states it?", /^Letter of the funder/);
  await page.getByLabel("On which page or in which paragraph? (optional)").fill("page 2");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the source" }).click();
  const requested = main(page).locator(".govuk-summary-list__row", { hasText: /^Requested/ });
  await expect(requested).toContainText("Source: Letter of the funder, page 2");

  await requested.getByRole("link", { name: "Letter of the funder" }).click();
  await expect(main(page)).toContainText("amount requested, £6,000 (page 2)");
  await page.getByRole("button", { name: "Delete the attachment" }).click();
  await expectRefused(page, "Enter why it is deleted");
  await page.getByLabel("Why is it deleted?").fill("It belongs to another bid");
  await page.getByRole("button", { name: "Delete the attachment" }).click();
  await expect(success(page)).toContainText("Deleted: Letter of the funder");
  await main(page).getByText("Deleted attachments").click();
  await follow(page, "Letter of the funder");
  await expect(main(page)).toContainText("It belongs to another bid");

  await page.goto(address);
  await follow(page, "Write a note");
  await page.getByLabel("Write a note").fill("The letter was for the lockers.");
  await page.getByRole("button", { name: "Save the note" }).click();
  await expect(main(page)).toContainText(`by ${OFFICER}`);
  await follow(page, /^Withdraw/);
  await page.getByLabel("Why is it withdrawn?").fill("It was for the lights");
  await page.getByRole("button", { name: "Withdraw the note" }).click();
  await expect(main(page)).toContainText("It was for the lights");
  await expect(main(page)).not.toContainText("The letter was for the lockers.");
  await expectAccessible(page);
});

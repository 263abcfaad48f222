import { workbookOf } from "../support/zipped.ts";
import { expectAccessible } from "./support/accessible.ts";
import { expectRefused } from "./support/errors.ts";
import { follow, heading, main } from "./support/pages.ts";
import { FINANCE, signInAs } from "./support/people.ts";
import { expectFitsPhone } from "./support/pictures.ts";
import { expect, test } from "./support/watched.ts";

const TITLE = "Grants awarded, published for the reconciliation test";

test("finance takes a funder's list, sees what is theirs only, and accepts it with a reason", async ({
  page,
}) => {
  await signInAs(page, FINANCE);
  await page.goto("/reports");
  await follow(page, "Reconcile with funders’ lists");
  await follow(page, "Take a funder’s list");
  await page
    .getByLabel("Or paste the list, with its heading line")
    .fill("A file counts before what is pasted");
  await page.getByRole("button", { name: "Continue" }).click();
  await expectRefused(
    page,
    "Choose whose awards are held against the list",
    "Choose the funder who published the list",
    "Enter what the list is called",
  );
  await page.getByLabel("Whose awards are held against the list?").selectOption({ index: 1 });
  await page.getByLabel("Which funder published it?").selectOption({ label: "Home Office" });
  await page.getByLabel("What is the list called, and where was it published?").fill(TITLE);
  await page.getByLabel("Choose the file of the list").setInputFiles({
    name: "grants.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: workbookOf([
      ["Grant ref", "Recipient", "Amount (£)"],
      ["HO-77", "Nowhere Council", "£1,250"],
      ["Total", "", "£1,250"],
    ]),
  });
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Which column holds the amount?")).toHaveValue("Amount (£)");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Hold it against our awards" }).click();
  await expect(heading(page)).toContainText(TITLE);
  await expect(main(page)).toContainText("Left out: row 3, of totals");
  await page.goto(`${page.url().split("?")[0]}?show=theirs_only`);
  await expect(main(page).getByRole("row").filter({ hasText: "Nowhere Council" })).toContainText("£1,250.00");
  await expectAccessible(page);
  await expectFitsPhone(page, "reconciliation");
  const shown = page.url();
  await follow(page, "Record the award (row 2)");
  await expect(page.getByLabel("How much was awarded, in pounds?")).toHaveValue("1250");
  await expect(page.getByLabel("Where is the award recorded?")).toHaveValue(
    `As in “${TITLE}”, row 2: Nowhere Council`,
  );
  await expect(page.locator("[name=decisionReference]")).toHaveValue("HO-77");
  await page.goto(shown);
  await follow(page, "Accept with a reason (row 2)");
  await page.getByLabel("Why is it accepted?").fill("A grant to another area");
  await page.getByRole("button", { name: "Accept the difference" }).click();
  await expect(main(page)).toContainText("Accepted by Finley Finance: A grant to another area");
  await follow(page, "hold the list against our awards again");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Hold it against our awards" }).click();
  await expect(main(page)).toContainText("The list is reconciled again");
});

import { recordAward } from "./support/awards.ts";
import { press } from "./support/lines.ts";
import { dayFromToday, fillDate, follow, main, success } from "./support/pages.ts";
import { FINANCE, OFFICER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

const AWARD = "Lighting of the canal path";

test("an award is put on hold, seen so wherever it stands, claimed with a warning, and taken off", async ({
  page,
}) => {
  await signInAs(page, FINANCE);
  const address = await recordAward(page, AWARD);

  await signInAs(page, OFFICER);
  await page.goto(address);
  await follow(page, "Put the award on hold");
  await fillDate(page, "From which day is it on hold?", dayFromToday(1));
  await press(page, "Put the award on hold");
  await expect(main(page).getByRole("alert")).toContainText("Enter why the award is on hold");
  await page.getByLabel("Why is it on hold?").fill("The council looks for another contractor.");
  await press(page, "Put the award on hold");
  await expect(main(page).getByRole("alert")).toContainText("The day must be today or in the past");
  await fillDate(page, "From which day is it on hold?", dayFromToday(-20));
  await press(page, "Put the award on hold");
  await expect(success(page)).toContainText("Award put on hold");
  await expect(main(page)).toContainText(/On hold since .*: The council looks for another contractor/);

  await page.goto("/standing?status=on_hold");
  await expect(main(page).getByRole("row", { name: AWARD })).toContainText("Take it off hold");
  await page.goto("/awards?status=on_hold");
  await expect(main(page).getByRole("row", { name: AWARD })).toContainText("On hold since");
  await page.goto(`${address}/claims/new`);
  await expect(main(page)).toContainText("The award has been on hold since");

  await page.goto(address);
  await follow(page, "Take the award off hold");
  await page.getByLabel("Why does it go on?").fill("There is a new contractor");
  await press(page, "Take the award off hold");
  await expect(success(page)).toContainText("Award taken off hold");
  await expect(main(page)).toContainText("There is a new contractor");
  await page.goto("/awards?status=on_hold");
  await expect(main(page).getByRole("row", { name: AWARD })).toHaveCount(0);
  await page.goto(`${address}/claims/new`);
  await expect(main(page)).not.toContainText("on hold");
});

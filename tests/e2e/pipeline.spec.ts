import { expectAccessible } from "./support/accessible.ts";
import { choose, fillDate, follow, heading, main, success } from "./support/pages.ts";
import { MANAGER, OFFICER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

const BID = "Benches with lights for the market square";

test("what the funder agreed sets a rule aside, and the pipeline expects what a manager thinks likely", async ({
  page,
}) => {
  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  await choose(page, "Which round is it for?", /Safer neighbourhoods round/);
  await page.getByLabel("What is the bid called?").fill(BID);
  await page.getByLabel("How much do you ask for, in pounds?").fill("45,000");
  await choose(page, "Which partnership leads the bid?", /^Otherton Community Safety Partnership/);
  await fillDate(page, /^When do you expect a decision/, " 3 2031");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(heading(page)).toHaveText(BID);
  const address = new URL(page.url()).pathname;
  const rules = main(page).getByRole("region", { name: "Rules of the round" });
  await expect(rules).toContainText("Requested £45,000 is £5,000 over the cap of £40,000.");
  await follow(page, /^Record that the funder agreed ?: over the cap/);
  await page.getByLabel("Who agreed to it, at the funder?").fill("Grants manager");
  await page.getByLabel("Why may this bid break the rule?").fill("Their email of Monday");
  await page.getByRole("button", { name: "Record that the funder agreed" }).click();
  await expect(success(page)).toContainText("Recorded that the funder agreed");
  await expect(rules).toContainText("Agreed by Grants manager: Their email of Monday");

  await signInAs(page, MANAGER);
  await page.goto(address);
  await follow(page, "Set the likelihood");
  await page.getByLabel("How likely is it that the bid succeeds?").fill("40");
  await page.getByRole("button", { name: "Save likelihood" }).click();
  await expect(main(page)).toContainText("Expected: £18,000.");
  await page.goto("/pipeline");
  const month = main(page).getByRole("table", { name: "By expected decision" });
  await expect(month.getByRole("row", { name: /^March 2031/ })).toContainText(/£45,000.*£18,000/);
  await expectAccessible(page);
});

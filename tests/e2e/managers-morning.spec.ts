import { follow, heading, main, success } from "./support/pages.ts";
import { MANAGER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

test("a manager’s morning: what is late, what waits, what may be lost, and the report about it", async ({
  page,
}) => {
  await signInAs(page, MANAGER);
  await page.getByRole("link", { name: "Standing", exact: true }).click();
  const bar = main(page).getByRole("row", { name: /Training for bar staff/ });
  await expect(bar).toContainText("Late");
  await page.getByLabel("Status", { exact: true }).selectOption({ label: "Award: Overdue" });
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(bar).toBeVisible();
  await expect(main(page).getByRole("row", { name: /Doorstep/ })).toHaveCount(0);
  await follow(page, "Save this view");
  await page.getByLabel("What is the view called?").fill("Late this morning");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(success(page)).toContainText("The view has been saved");
  await expect(page.getByRole("link", { name: "Late this morning" })).toBeVisible();

  await follow(page, "Board");
  const column = page.locator("section").filter({ has: page.getByRole("heading", { name: /^Overdue/ }) });
  await expect(column.getByRole("link", { name: /Training for bar staff/ })).toBeVisible();
  await follow(page, "What waits on whom");
  await expect(page.getByRole("row", { name: /Sign off a bid/ })).toContainText("Taxi marshals");
  await follow(page, "Use it or lose it");
  await expect(heading(page)).toHaveText("Use it or lose it");
  await expect(main(page).getByRole("row", { name: /Town centre guardians/ })).toContainText(/£/);

  await page.goto("/reports/award-status");
  await follow(page, "Export this report");
  await expect(heading(page)).toContainText("Award status");
});

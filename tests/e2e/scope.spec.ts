import { expectAccessible } from "./support/accessible.ts";
import { heading, main } from "./support/pages.ts";
import { OFFICER, SOUTHAMPTON, signInAs } from "./support/people.ts";
import { openReport, reportTable } from "./support/report.ts";
import { expect, test } from "./support/watched.ts";

test.describe("somebody of Southampton alone", () => {
  test("sees the joint £299,998 apart from what is Southampton’s own", async ({ page }) => {
    await signInAs(page, SOUTHAMPTON);
    await openReport(page, "partnership");
    await expect(page.getByRole("heading", { name: /^Joint, split not known: £299,998/ })).toBeVisible();
    const rows = await reportTable(page);
    expect(rows.slice(1, -2).map(([name]) => name)).toEqual(["Southampton Safe City Partnership"]);
    expect(rows.at(-1)?.join(" ")).toContain("£1,100,000");
    expect(rows.at(-1)?.join(" ")).not.toContain("299,998");
  });

  test("reads the joint award, and none of another partnership alone", async ({ page }) => {
    await signInAs(page, SOUTHAMPTON);
    await page.goto("/awards");
    await expect(main(page)).toContainText("£299,998");
    await expect(main(page)).not.toContainText("Harborough");
    await expect(main(page)).not.toContainText("Anytown");
  });

  for (const list of ["awards", "bids", "projects"]) {
    test(`is answered the same for ${list} of others as for ${list} that do not exist`, async ({ page }) => {
      await signInAs(page, OFFICER);
      await page.goto(`/${list}`);
      const links = main(page).getByRole("link");
      const others = await links.evaluateAll(
        (all, name) =>
          all
            .map((link) => link.getAttribute("href") ?? "")
            .filter((href) => new RegExp(`^/${name}/\\d+$`).test(href)),
        list,
      );
      await signInAs(page, SOUTHAMPTON);
      const missing = await answerOf(`/${list}/999999`);
      expect(missing.status).toBe(404);
      let foreign = 0;
      for (const address of others) {
        const answer = await answerOf(address);
        if (answer.status === 200) continue;
        foreign += 1;
        expect(answer, address).toEqual(missing);
      }
      expect(foreign).toBeGreaterThan(0);
      expect(foreign).toBeLessThan(others.length);

      /** Status and page, without what is made anew for each answer or repeats the address. */
      async function answerOf(address: string) {
        const response = await page.request.get(address);
        const body = (await response.text())
          .replaceAll(/nonce="[^"]*"/g, "")
          .replaceAll(address.slice(1), "the address");
        return { status: response.status(), body };
      }
    });
  }
});

test("an address that does not exist says so in plain words", async ({ page }) => {
  await signInAs(page, OFFICER);
  const response = await page.goto("/bids/999999");
  expect(response?.status()).toBe(404);
  await expect(heading(page)).toHaveText("Page not found");
  await expect(page).toHaveTitle(/^Page not found – /);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to the home page" }).click();
  await expect(heading(page)).toHaveText("What needs you");
});

test("somebody who is not signed in is asked to sign in, and then shown what they asked for", async ({
  page,
}) => {
  await page.goto("/reports/funding-secured?by=year");
  await expect(heading(page)).toHaveText("Sign in");
  await page.getByRole("button", { name: `Sign in as ${OFFICER}` }).click();
  await expect(heading(page)).toHaveText("Funding secured by financial year");
});

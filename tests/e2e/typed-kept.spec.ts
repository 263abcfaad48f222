import type { Page } from "@playwright/test";
import { choose, follow, heading, main, success } from "./support/pages.ts";
import { OFFICER, signInAs } from "./support/people.ts";
import { expect, hasScripts, test } from "./support/watched.ts";

const PROBLEM = "What is the problem, and for whom?";
const SAVE = "Save and go back to the bid";
const KEPT = /\/need\/typed$/;

/** Begins a bid and gives the address of its need. */
async function needOfNewBid(page: Page, title: string): Promise<string> {
  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  await choose(page, "Which round is it for?", /Safer neighbourhoods round/);
  await page.getByLabel("What is the bid called?").fill(title);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(success(page)).toContainText("saved");
  return `${new URL(page.url()).pathname}/need`;
}

const offered = (page: Page) => main(page).getByText(/You typed this on .* and it is not saved yet/);

test.describe("what was typed into a section and not sent", () => {
  test.beforeEach(() => test.skip(!hasScripts(), "A page without scripts sends nothing of itself"));

  test("is offered when the page is opened again, after the browser was closed over it", async ({
    page,
    context,
  }) => {
    const need = await needOfNewBid(page, "Ladders marked with paint");
    await page.goto(need);
    await page.getByLabel(PROBLEM).pressSequentially("Ladders are stolen", { delay: 5 });
    await page.waitForResponse((response) => KEPT.test(response.url()) && response.ok());
    await page.close();
    const again = await context.newPage();
    await again.goto(need);
    await expect(offered(again)).toBeVisible();
    await expect(again.getByLabel(PROBLEM)).toHaveValue("Ladders are stolen");
    await again.getByRole("button", { name: SAVE }).click();
    await expect(success(again)).toContainText("saved");
    await again.goto(need);
    await expect(offered(again)).toHaveCount(0);
    await expect(again.getByLabel(PROBLEM)).toHaveValue("Ladders are stolen");
  });

  test("is kept as the page is left at once, too", async ({ page }) => {
    const need = await needOfNewBid(page, "Wheel locks for all");
    page.on("dialog", (dialog) => dialog.accept());
    await page.goto(need);
    await page.getByLabel(PROBLEM).pressSequentially("Wheels are stolen");
    await page.goto("/bids");
    await expect
      .poll(async () => {
        await page.goto(need);
        return page.getByLabel(PROBLEM).inputValue();
      })
      .toBe("Wheels are stolen");
    await expect(offered(page)).toBeVisible();
    await page.getByRole("button", { name: "Throw away what I typed" }).click();
    await expect(offered(page)).toHaveCount(0);
    await expect(page.getByLabel(PROBLEM)).toHaveValue("");
  });

  test("is not sent where nothing was typed, and is gone where it was typed back", async ({ page }) => {
    const sent: string[] = [];
    page.on("request", (request) => {
      if (KEPT.test(request.url())) sent.push(request.postData() ?? "");
    });
    const need = await needOfNewBid(page, "Moorings watched by night");
    await page.goto(need);
    await page.goto("/bids");
    expect(sent).toEqual([]);
    await page.goto(need);
    await page.getByLabel(PROBLEM).fill("Boats");
    await expect.poll(() => sent.length).toBe(1);
    await page.getByLabel(PROBLEM).fill("");
    await expect.poll(() => sent).toEqual([expect.stringContaining("need=Boats"), "intent=unchanged"]);
    await page.reload();
    await expect(offered(page)).toHaveCount(0);
    await expect(page.getByLabel(PROBLEM)).toHaveValue("");
  });
});

test.describe("what was typed into the form of a new bid and not sent", () => {
  test.beforeEach(() => test.skip(!hasScripts(), "A page without scripts sends nothing of itself"));

  const TITLE = "What is the bid called?";
  const isTaken = (page: Page) =>
    page.waitForResponse((response) => /\/(new|edit)\/typed$/.test(response.url()) && response.ok());

  test("is offered when the browser was closed over it, and no more once it is a bid", async ({
    page,
    context,
  }) => {
    await signInAs(page, OFFICER);
    await page.goto("/bids/new");
    await page.getByLabel(TITLE).pressSequentially("Reflectors for cyclists", { delay: 5 });
    await isTaken(page);
    await page.close();
    const again = await context.newPage();
    await again.goto("/bids/new");
    await expect(again.getByLabel(TITLE)).toHaveValue("");
    await follow(again, "Reflectors for cyclists");
    await expect(offered(again)).toBeVisible();
    await expect(again.getByLabel(TITLE)).toHaveValue("Reflectors for cyclists");
    await choose(again, "Which round is it for?", /Safer neighbourhoods round/);
    await isTaken(again);
    await again.getByRole("button", { name: "Save as draft" }).click();
    await expect(success(again)).toContainText("saved");
    const bid = new URL(again.url()).pathname;
    await again.goto("/bids/new");
    await expect(main(again)).not.toContainText("Reflectors for cyclists");

    // The same of its main details.
    again.on("dialog", (dialog) => dialog.accept());
    await again.goto(`${bid}/edit`);
    await again.getByLabel(TITLE).fill("Reflectors for all");
    await isTaken(again);
    await again.goto(`${bid}/edit`);
    await expect(offered(again)).toBeVisible();
    await expect(again.getByLabel(TITLE)).toHaveValue("Reflectors for all");
    await again.getByRole("button", { name: "Throw away what I typed" }).click();
    await expect(offered(again)).toHaveCount(0);
    await expect(again.getByLabel(TITLE)).toHaveValue("Reflectors for cyclists");
  });

  test("is gone with the form that was typed into and sent at once", async ({ page }) => {
    await signInAs(page, OFFICER);
    await page.goto("/bids/new");
    await choose(page, "Which round is it for?", /Safer neighbourhoods round/);
    await page.getByLabel(TITLE).pressSequentially("Whistles for wardens", { delay: 5 });
    await isTaken(page);
    await page.getByLabel(TITLE).pressSequentially(", and lamps");
    await page.getByRole("button", { name: "Save as draft" }).click();
    await expect(success(page)).toContainText("saved");
    await page.goto("/bids/new");
    await expect(main(page)).not.toContainText("Whistles for wardens");
  });
});

test("what was typed into a note is offered when the browser was closed over it, and goes as it is saved", async ({
  page,
  context,
}) => {
  test.skip(!hasScripts(), "A page without scripts sends nothing of itself");
  const notes = (await needOfNewBid(page, "Mirrors on blind corners")).replace(/need$/, "notes");
  const isTaken = (on: Page) =>
    on.waitForResponse((response) => response.url().includes("/notes?_data=") && response.status() === 204);
  await page.goto(notes);
  await page.getByLabel("Write a note").pressSequentially("The funder rang", { delay: 5 });
  await isTaken(page);
  await page.close();
  const again = await context.newPage();
  await again.goto(notes);
  await expect(offered(again)).toBeVisible();
  await expect(again.getByLabel("Write a note")).toHaveValue("The funder rang");
  await again.getByLabel("Write a note").fill("The funder rang today");
  await isTaken(again);
  await again.getByRole("button", { name: "Save the note" }).click();
  await expect(success(again)).toContainText("Note saved");
  await expect(offered(again)).toHaveCount(0);
  await expect(again.getByLabel("Write a note")).toHaveValue("");
  await expect(main(again)).toContainText("The funder rang today");

  again.on("dialog", (dialog) => dialog.accept());
  await again.getByLabel("Write a note").fill("Something else");
  await isTaken(again);
  await again.goto(notes);
  await again.getByRole("button", { name: "Throw away what I typed" }).click();
  await expect(offered(again)).toHaveCount(0);
  await expect(again.getByLabel("Write a note")).toHaveValue("");
});

test("a bid that was sent and refused is kept, and thrown away where it is not wanted", async ({ page }) => {
  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  await page.getByLabel("What is the bid called?").fill("Horns for lorries");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(main(page).getByRole("alert")).toContainText("Choose a round");
  if (!hasScripts()) await expect(main(page)).toContainText("What you typed is kept for you");
  page.on("dialog", (dialog) => dialog.accept());
  // Refused by the page itself it is kept as the page is left.
  await expect
    .poll(async () => {
      await page.goto("/bids/new");
      return main(page).getByRole("link", { name: "Horns for lorries" }).count();
    })
    .toBe(1);
  await follow(page, "Horns for lorries");
  await expect(page.getByLabel("What is the bid called?")).toHaveValue("Horns for lorries");
  await page.getByRole("button", { name: "Throw away what I typed" }).click();
  await expect(heading(page)).toHaveText("New bid");
  await expect(main(page)).not.toContainText("Horns for lorries");
  await expect(page.getByLabel("What is the bid called?")).toHaveValue("");
});

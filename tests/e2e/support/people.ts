import type { Page } from "@playwright/test";
import { expect } from "./watched.ts";

export const OFFICER = "Olu Officer";
export const MANAGER = "Morgan Manager";
export const FINANCE = "Finley Finance";
export const READER = "Robin Reader";
export const ADMINISTRATOR = "Ada Administrator";
export const SOUTHAMPTON = "Sam Southampton";

export const DEMO_PEOPLE = [OFFICER, MANAGER, FINANCE, READER, ADMINISTRATOR, SOUTHAMPTON];

/** Signs in one of the people of the demo with one press, whoever was signed in before. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: `Sign in as ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What needs you");
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
}

/** Signs in with address and password. */
export async function signInWithPassword(page: Page, email: string, password: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

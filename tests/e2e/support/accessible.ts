import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, hasScripts } from "./watched.ts";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe finds nothing against WCAG 2.2 AA. It is a script itself, so it looks only where scripts run. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!hasScripts()) return;
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map((node) => node.html),
  }));
  expect(found, page.url()).toEqual([]);
}

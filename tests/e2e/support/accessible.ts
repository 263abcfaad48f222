import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, hasScripts } from "./watched.ts";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * axe finds nothing against WCAG 2.2 AA. It is a script itself, so it looks only where scripts run. No page has frames,
 * so that it needs no second page in which to put what it found in each of them together.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!hasScripts()) return;
  expect(page.frames(), page.url()).toHaveLength(1);
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).withTags(WCAG_22_AA);
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map((node) => node.html),
  }));
  expect(found, page.url()).toEqual([]);
}

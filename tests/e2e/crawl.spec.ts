import type { APIResponse, Page } from "@playwright/test";
import { linksIn } from "./support/links.ts";
import { DEMO_PEOPLE, signInAs } from "./support/people.ts";
import { expect, hasScripts, test } from "./support/watched.ts";

/** How many addresses of one pattern are opened; links are the same with scripts, so that there one will do. */
const OF_A_PATTERN = { withScripts: 1, withoutScripts: 3 };
/** How many pages are opened in all. */
const IN_ALL = 150;
const PHONE = { width: 360, height: 740 };

for (const person of DEMO_PEOPLE) {
  test(`every link that ${person} can follow leads to a page, and each kind of page fits a phone`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize(PHONE);
    await signInAs(page, person);
    const opened = await crawl(page);
    expect(opened.length).toBeGreaterThan(15);
  });
}

/** Follows every link from the home page on. @returns the addresses that were opened */
async function crawl(page: Page): Promise<string[]> {
  const most = hasScripts() ? OF_A_PATTERN.withScripts : OF_A_PATTERN.withoutScripts;
  const waiting = ["/"];
  const seen = new Map<string, number>();
  const opened: string[] = [];
  for (let next = waiting.shift(); next !== undefined && opened.length < IN_ALL; next = waiting.shift()) {
    if (opened.includes(next)) continue;
    const pattern = patternOf(next);
    const times = seen.get(pattern) ?? 0;
    if (times >= most) continue;
    seen.set(pattern, times + 1);
    opened.push(next);
    waiting.push(...(await linksOf(page, next)));
  }
  return opened;
}

/** Patterns of which a page has been laid out: it is as wide for whoever opens it next. */
const laidOut = new Set<string>();

/** The addresses of this service that a page links to, once it has answered; the first of its pattern also fits. */
async function linksOf(page: Page, address: string): Promise<string[]> {
  const isFile = /(\.\w+|\/file)(\?|$)/.test(address);
  if (isFile || laidOut.has(patternOf(address)))
    return linksOfAnswer(await page.request.get(address), address);
  laidOut.add(patternOf(address));
  const response = await page.goto(address);
  expect.soft(response?.status(), address).toBeLessThan(400);
  const { width, links } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    links: [...document.links]
      .filter((link) => link.origin === location.origin)
      .map((link) => link.pathname + link.search),
  }));
  expect.soft(width, address).toBe(PHONE.width);
  return links;
}

async function linksOfAnswer(answer: APIResponse, address: string): Promise<string[]> {
  expect.soft(answer.status(), address).toBe(200);
  if (!answer.headers()["content-type"]?.startsWith("text/html")) return [];
  const { origin } = new URL(answer.url());
  return linksIn(await answer.text())
    .map(({ href }) => new URL(href, answer.url()))
    .filter((link) => link.origin === origin)
    .map((link) => link.pathname + link.search);
}

/** "/bids/12?status=draft" is of the pattern "/bids/:id?status". */
function patternOf(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return `${pathname.replaceAll(/\/\d+/g, "/:id")}?${[...new Set(searchParams.keys())].sort()}`;
}

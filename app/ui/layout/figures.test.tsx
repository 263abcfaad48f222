import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DateText } from "./date-text.tsx";
import { ErrorPage } from "./error-page.tsx";
import { Money } from "./money.tsx";
import { pageTitle, titled } from "./page-title.ts";

const html = renderToStaticMarkup;

test("an amount that is not recorded never reads £0", () => {
  expect(html(<Money pence={null} />)).toContain("not recorded");
  expect(html(<Money pence={0} />)).toContain("£0");
});

test("an approximate amount says so", () => {
  expect(html(<Money pence={110000000} basis="approximate" />)).toBe(
    'approximately <span class="app-figure">£1,100,000</span>',
  );
  expect(html(<Money pence={0} basis="approximate" />)).toBe('<span class="app-figure">£0</span>');
});

test("a date is as precise as it was stated", () => {
  expect(html(<DateText date="2023-10" />)).toBe('<time dateTime="2023-10">October 2023</time>');
  expect(html(<DateText date="FY2019" />)).toBe("2019 to 2020");
  expect(html(<DateText date={null} />)).toContain("not recorded");
});

test("an error page says what to do, and gives a reference only where nobody expected the error", () => {
  expect(html(<ErrorPage status={409} requestId="r-1" />)).toContain("Somebody else has changed this record");
  expect(html(<ErrorPage status={404} requestId="r-1" />)).not.toContain("r-1");
  expect(html(<ErrorPage status={500} requestId="r-1" />)).toContain("r-1");
  expect(html(<ErrorPage status={403} />)).toContain("Your role does not allow it");
  const wroteIt = html(<ErrorPage status={403} because="You wrote it." />);
  expect(wroteIt).toContain("You wrote it.");
  expect(wroteIt).not.toContain("Your role");
});

test("the title of a page ends in the name of the service", () => {
  expect(pageTitle("Bids", { error: true })).toBe("Error: Bids – Community safety funding register");
  const matches = [{ id: "root", data: { settings: { serviceName: "Safer Dorset" } } }];
  const meta = titled<() => { name: string }>(({ data }) => data.name);
  const args = { matches, data: { name: "CCTV" } } as unknown as Parameters<typeof meta>[0];
  expect(meta(args)).toEqual([{ title: "CCTV – Safer Dorset" }]);
  expect(meta({ ...args, data: undefined })).toEqual([{ title: "There is a problem – Safer Dorset" }]);
});

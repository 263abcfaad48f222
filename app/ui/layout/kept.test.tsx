import { useId } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { keepHtml } from "./keep-html.ts";
import { KeepContext, Kept } from "./kept.tsx";

let rendered = 0;

function Names({ names }: { names: string[] }) {
  rendered += 1;
  return <p id={useId()}>{names.join(", ")}</p>;
}

function page(names: string[], keep = keepHtml()) {
  return renderToStaticMarkup(
    <KeepContext.Provider value={keep}>
      <Kept part={Names} properties={{ names }} />
    </KeepContext.Provider>,
  );
}

test("a part is rendered once for the same properties, and anew for others", () => {
  rendered = 0;
  const keep = keepHtml();
  const first = page(["Avon", "Kent"], keep);
  expect(page(["Avon", "Kent"], keep)).toBe(first);
  expect(rendered).toBe(1);
  expect(page(["Avon, Kent"], keep)).toContain("Avon, Kent");
  expect(rendered).toBe(2);
});

test("what people typed stays text", () => {
  expect(page(["<b>Bold</b>"])).toContain("&lt;b&gt;Bold&lt;/b&gt;");
});

test("its ids are its own", () => {
  expect(page(["Avon"])).toMatch(/<p id=":Names-/);
});

test("of many, the last twenty are kept", () => {
  rendered = 0;
  const keep = keepHtml();
  for (let number = 0; number < 21; number += 1) page([String(number)], keep);
  page(["20"], keep);
  expect(rendered).toBe(21);
  page(["0"], keep);
  expect(rendered).toBe(22);
});

test("without anything to keep it, a part is rendered as it is", () => {
  expect(renderToStaticMarkup(<Kept part={Names} properties={{ names: ["Avon"] }} />)).toContain("Avon</p>");
});

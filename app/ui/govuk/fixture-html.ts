import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The HTML that govuk-frontend ships for a component and the name of an example. */
export function fixture(component: string, name: string): string {
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const { fixtures } = JSON.parse(readFileSync(file, "utf8")) as {
    fixtures: { name: string; html: string }[];
  };
  const found = fixtures.find((one) => one.name === name);
  if (!found) throw new Error(`govuk-frontend has no example "${name}" of ${component}`);
  return found.html;
}

/** HTML as a list of tags and texts: attributes in order, no space where a tag begins or ends. */
export function pieces(html: string): string[] {
  const text = html.replace(/&(#39|#x27|quot|amp);/g, (_all, name) =>
    name === "amp" ? "&" : name === "quot" ? '"' : "'",
  );
  const parts = text.replace(/<!--.*?-->/g, "").match(/<[^>]+>|[^<]+/g) ?? [];
  return parts
    .map((part) => (part.startsWith("<") ? tag(part) : part.replace(/\s+/g, " ").trim()))
    .filter(Boolean);
}

function tag(part: string): string {
  const name = /^<\/?[\w-]+/.exec(part)?.[0] ?? "";
  const attributes = part.slice(name.length).match(/[\w-]+(="[^"]*")?/g) ?? [];
  return [name, ...attributes.map(attribute).sort()].filter(Boolean).join(" ");
}

function attribute(written: string): string {
  const [typed = "", value = ""] = written.split(/=(.*)/s);
  const name = typed.toLowerCase();
  const plain = value.replace(/"/g, "");
  if (name === "class") return `class=${plain.split(/\s+/).sort().join(" ")}`;
  // Ids that React makes up, and the one that only a script would use.
  if (/banner-title$|^banner-/.test(plain)) return `${name}=banner-title`;
  return name === "tabindex" ? "" : `${name}=${plain}`;
}

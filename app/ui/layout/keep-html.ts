import { hash } from "node:crypto";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Keep } from "./kept.tsx";

const KEPT_OF_EACH = 20;

/** Keeps the HTML of parts of pages by their properties, of each part the last twenty that were asked for. */
export function keepHtml(): Keep {
  const parts = new Map<unknown, Map<string, string>>();
  return <Props extends object>(part: ComponentType<Props>, properties: Props) => {
    const kept = parts.get(part) ?? new Map<string, string>();
    parts.set(part, kept);
    const key = hash("sha256", JSON.stringify(properties), "base64");
    const html = kept.get(key) ?? rendered(part, properties);
    kept.delete(key);
    kept.set(key, html);
    if (kept.size > KEPT_OF_EACH) kept.delete(kept.keys().next().value as string);
    return html;
  };
}

/** The prefix keeps its ids apart from those of the page around it. */
function rendered<Props extends object>(part: ComponentType<Props>, properties: Props): string {
  return renderToStaticMarkup(createElement(part, properties), { identifierPrefix: `${part.name}-` });
}

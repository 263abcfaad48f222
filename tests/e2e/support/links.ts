export type Link = { name: string; href: string };

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

/** The links of a page as the server wrote it, in their order. */
export function linksIn(html: string): Link[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]+)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, href = "", inside = ""]) => ({
      name: decoded(inside.replaceAll(/<[^>]+>/g, ""))
        .replaceAll(/\s+/g, " ")
        .trim(),
      href: decoded(href),
    }),
  );
}

function decoded(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}

import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const WRITERS = /\/node_modules\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;
const EXPORTED = /^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \};/gm;

/**
 * Leaves out of the browser's scripts what writes schemas as JSON Schema, some 6 KB that no page asks for and that no
 * bundler drops, because each schema is made with a method for it. The method stays, and refuses.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: "without-json-schema",
    apply: "build",
    load(id, options) {
      if (options?.ssr || !WRITERS.test(id)) return null;
      const names = [...readFileSync(id, "utf8").matchAll(EXPORTED)].map(
        ([, own, renamed]) => own ?? renamed,
      );
      const made = names.map((name) => `made as ${name}`).join(", ");
      return `const refuse = () => { throw new Error("The browser writes no JSON Schema"); };
        const made = () => refuse;
        export { ${made} };`;
    },
  };
}

import { readFileSync } from "node:fs";

/** The facts of a file in `db/seed/facts`, as they stand there: whoever reads them checks their shape. */
export function readFacts(name: "partnership-reports" | "safer-streets"): unknown {
  return JSON.parse(readFileSync(new URL(`./facts/${name}.json`, import.meta.url), "utf8"));
}

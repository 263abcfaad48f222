import type { z } from "zod";

const FILES = import.meta.glob<Record<string, unknown>>("../../app/**/*.schema.ts", { eager: true });

/** The parts of a schema's own description that lead to the fields in it. */
type Definition = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  left?: z.ZodType;
  right?: z.ZodType;
};

/** The names of the inputs that a schema reads, as they stand in a form ("decidedOn-day", "lines.0.share"). */
export function inputNames(schema: z.ZodType, prefix = ""): string[] {
  const definition = (schema as unknown as { def: Definition }).def;
  const inner = definition.in ?? definition.innerType;
  if (inner) return inputNames(inner, prefix);
  if (definition.left && definition.right) {
    return [...inputNames(definition.left, prefix), ...inputNames(definition.right, prefix)];
  }
  if (definition.shape) {
    const isDate = Object.keys(definition.shape).join() === "day,month,year";
    return Object.entries(definition.shape).flatMap(([name, field]) =>
      inputNames(field, prefix === "" ? name : `${prefix}${isDate ? "-" : "."}${name}`),
    );
  }
  if (definition.element) {
    const row = inputNames(definition.element, `${prefix}.0`);
    return row.length === 1 ? [`${prefix}[]`] : row;
  }
  return prefix === "" ? [] : [prefix];
}

/** The inputs that the schemas of a domain read, by the name of its folder. */
export const INPUTS_OF_DOMAINS: ReadonlyMap<string, readonly string[]> = byDomain();

function byDomain(): Map<string, string[]> {
  const domains = new Map<string, string[]>();
  for (const [file, exported] of Object.entries(FILES)) {
    const domain = /\/app\/([^/]+)\//.exec(file)?.[1] ?? "";
    const names = Object.values(exported)
      .filter(isSchema)
      .flatMap((schema) => inputNames(schema));
    domains.set(domain, [...new Set([...(domains.get(domain) ?? []), ...names])]);
  }
  return domains;
}

function isSchema(value: unknown): value is z.ZodType {
  return typeof value === "object" && value !== null && "safeParse" in value && "def" in value;
}

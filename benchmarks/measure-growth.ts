import { ASKED, type Finding } from "./gates.ts";
import type { Options } from "./options.ts";
import { type Product, startProduct } from "./product.ts";
import { copyOf, type Register } from "./registers.ts";
import { type Figures, figure } from "./results.ts";
import { compare, type Measure, measureProduct, type Reached, targetsIn } from "./sides.ts";
import { works } from "./works.ts";

const GROWN = ["W1", "W2", "W3", "W6"] as const;

/** The same work on registers of different sizes, in the same rounds, over one connection. */
export async function measureGrowth(options: Options, registers: readonly Register[]) {
  const products = new Map<string, Product>();
  for (const register of registers) {
    products.set(name(register), await startProduct(`sqlite:${copyOf(register, `grown-${register.bids}`)}`));
  }
  const rows: string[][] = [];
  const findings: Finding[] = [];
  const [before, last] = registers.slice(-2) as [Register, Register];
  for (const work of GROWN) {
    const sides: Record<string, Measure> = {};
    for (const register of registers) {
      const its = works(targetsIn(register.file))[work];
      sides[name(register)] = measureProduct(products.get(name(register)) as Product, its);
    }
    const reached = await compare(options, 1, sides);
    rows.push([
      work,
      ...registers.map((register) => `${figure(reached[name(register)]?.p50 ?? Number.NaN)} ms`),
    ]);
    findings.push(growthOf(work, reached, name(before), name(last)));
  }
  for (const product of products.values()) await product.stop();
  const figures: Figures = {
    title: "Growth",
    note: "Medians over one connection.",
    heading: ["Work", ...registers.map((register) => `${name(register)} bids`)],
    rows,
  };
  return { findings, figures: [figures] };
}

/** How much longer a work takes on a larger register, at the median, from one side of a comparison to another. */
export function growthOf(
  work: string,
  reached: Record<string, Pick<Reached, "p50">>,
  before: string,
  last: string,
): Finding {
  const p50 = (side: string) => reached[side]?.p50 ?? Number.NaN;
  return {
    work,
    what: `median from ${before} to ${last} bids`,
    measured: p50(last) / p50(before),
    asked: ASKED.growth,
    unit: "×",
  };
}

function name({ bids }: Register): string {
  return bids.toLocaleString("en-GB");
}

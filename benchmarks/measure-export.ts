import { get } from "node:http";
import { ASKED, type Finding } from "./gates.ts";
import { type Loaded, load } from "./load.ts";
import type { Options } from "./options.ts";
import { type Served, serve } from "./processes.ts";
import { type Product, startProduct } from "./product.ts";
import { copyOf, type Register } from "./registers.ts";
import { type Figures, figure } from "./results.ts";
import { median } from "./statistics.ts";

/** How long a file took, in milliseconds from asking. */
type Taken = { first: number; whole: number; bytes: number };

const PATH = "/exports/awards/file?format=csv";
const OTHERS = "/bids?partnership=2&status=awarded";

/** W5: all awards with partnerships, lines and amount as CSV, beside the floor that writes the same. */
export async function measureExport(options: Options, register: Register) {
  const floor = await serve(
    (port) => ["--import", "tsx", "benchmarks/floor-server.ts", copyOf(register, "floor"), String(port)],
    () => ({}),
  );
  const product = await startProduct(`sqlite:${copyOf(register, "product")}`);
  const [server] = product.servers as [Served];
  const idle = await others(product, options.seconds);
  const before = server.memory().now;
  const sides = await takeTurns(options, {
    floor: () => fetchFile(floor.port, "/export"),
    product: () => fetchAwards(product),
  });
  const grown = server.memory().most - before;
  const busy = await whileExporting(product, () => others(product, options.seconds));
  await product.stop();
  await floor.stop();
  const at = (taken: readonly Taken[], key: keyof Taken) => median(taken.map((each) => each[key]));
  const ratio = at(sides.product, "whole") / at(sides.floor, "whole");
  const bids = register.bids.toLocaleString("en-GB");
  const finding = (what: string, measured: number, asked: Finding["asked"], unit: Finding["unit"]) => ({
    work: "W5",
    what,
    measured,
    asked,
    unit,
  });
  const findings: Finding[] = [
    finding(`all awards as CSV, ${bids} bids, against the floor's time`, ratio, ASKED.W5, "×"),
    finding("the first byte of it", at(sides.product, "first"), ASKED.W5first, "ms"),
    finding("memory that the server grows by", grown, ASKED.W5memory, "MB"),
    finding("others' list meanwhile, p99, against idle", busy.p99 / idle.p99, ASKED.W5others, "×"),
  ];
  const row = (name: string, taken: readonly Taken[]) => [
    name,
    `${figure(at(taken, "first"))} ms`,
    `${figure(at(taken, "whole"))} ms`,
    `${figure(at(taken, "bytes") / 1_000_000)} MB`,
  ];
  const figures: Figures = {
    title: `All awards as CSV, ${bids} bids`,
    note: `Others' list: p99 ${figure(idle.p99)} ms idle, ${figure(busy.p99)} ms meanwhile, worst ${figure(busy.worst)} ms.`,
    heading: ["Side", "First byte", "Last byte", "Size"],
    rows: [row("Floor", sides.floor), row("Product", sides.product)],
  };
  return { findings, figures: [figures] };
}

/** W5 on PostgreSQL beside SQLite, on the same register, in the same rounds: files a second, and the median of one. */
export async function compareExport(options: Options, products: Record<"sqlite" | "postgres", Product>) {
  const sides = await takeTurns(options, {
    sqlite: () => fetchAwards(products.sqlite),
    postgres: () => fetchAwards(products.postgres),
  });
  const reached = (taken: readonly Taken[]) => {
    const p50 = median(taken.map(({ whole }) => whole));
    return { rate: 1000 / p50, p50 };
  };
  return { sqlite: reached(sides.sqlite), postgres: reached(sides.postgres) };
}

/** Each side fetches its file in each round, in the other order every second time. */
async function takeTurns<Side extends string>(
  { rounds }: Options,
  sides: Record<Side, () => Promise<Taken>>,
): Promise<Record<Side, Taken[]>> {
  const names = Object.keys(sides) as Side[];
  const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Side, Taken[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) taken[name].push(await sides[name]());
  }
  return taken;
}

function fetchAwards({ servers: [server], national }: Product): Promise<Taken> {
  return fetchFile((server as Served).port, PATH, national);
}

function others(product: Product, seconds: number): Promise<Loaded> {
  return load({
    ports: product.ports,
    connections: 1,
    seconds,
    shot: () => ({ path: OTHERS, headers: product.local(2) }),
    status: 200,
  });
}

/** Fetches one file after another for as long as the work takes. */
async function whileExporting<Value>(product: Product, work: () => Promise<Value>): Promise<Value> {
  let going = true;
  const exporting = (async () => {
    while (going) await fetchAwards(product);
  })();
  const value = await work();
  going = false;
  await exporting;
  return value;
}

function fetchFile(port: number, path: string, headers: Record<string, string> = {}): Promise<Taken> {
  const started = performance.now();
  return new Promise((taken, failed) => {
    get({ host: "127.0.0.1", port, path, headers }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`${path} answered ${response.statusCode}`));
      let first = 0;
      let bytes = 0;
      response.on("data", (piece: Buffer) => {
        first ||= performance.now() - started;
        bytes += piece.length;
      });
      response.once("end", () => taken({ first, whole: performance.now() - started, bytes }));
      response.once("error", failed);
    }).once("error", failed);
  });
}

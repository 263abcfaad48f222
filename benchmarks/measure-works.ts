import { ASKED, type Finding } from "./gates.ts";
import type { Options } from "./options.ts";
import { overwriteAndFsync } from "./overwrite-and-fsync.ts";
import { type Served, serve } from "./processes.ts";
import { type Product, startProduct } from "./product.ts";
import { copyOf, folder, type Register } from "./registers.ts";
import { type Figures, figure } from "./results.ts";
import { compare, measureFloor, measureProduct, type Reached, targetsIn } from "./sides.ts";
import { median } from "./statistics.ts";
import { works } from "./works.ts";

/** `list` is W1 in the same rounds, for the works whose rate is held against it. */
type Rates = { floor: Reached; product: Reached; list: Reached | null };

const AGAINST_LIST = ["W3", "W6", "W6f"];

/** Everything that is measured on one register on SQLite, floor and product in the same rounds. */
export async function measureWorks(options: Options, register: Register, say: (text: string) => void) {
  const floor = await serve(
    (port) => ["--import", "tsx", "benchmarks/floor-server.ts", copyOf(register, "floor"), String(port)],
    () => ({}),
  );
  const product = await startProduct(`sqlite:${copyOf(register, "product")}`);
  const all = works(targetsIn(register.file));
  const rates = new Map<string, Rates>();
  for (const work of Object.values(all)) {
    for (const connections of work.name === "W4" ? [1, 20] : [1, 10]) {
      const both = { floor: measureFloor(floor, work), product: measureProduct(product, work) };
      const reached: Rates = AGAINST_LIST.includes(work.name)
        ? await compare(options, connections, { ...both, list: measureProduct(product, all.W1) })
        : { ...(await compare(options, connections, both)), list: null };
      rates.set(`${work.name}/${connections}`, reached);
      say(
        `${work.name}, ${connections} at once: ${figure(reached.product.rate)}/s, floor ${figure(reached.floor.rate)}/s`,
      );
    }
  }
  const overwrites = await besideOverwriting(options, [floor, product], all.W4);
  const [server] = product.servers as [Served];
  const memory = server.memory().most;
  await product.stop();
  const two = await startProduct(`sqlite:${copyOf(register, "product-two")}`, 2);
  for (const [work, connections] of [
    [all.W1, 10],
    [all.W4, 20],
  ] as const) {
    const sides = { floor: measureFloor(floor, work), product: measureProduct(two, work) };
    const reached = await compare(options, connections, sides);
    rates.set(`${work.name}/${connections}, two processes`, { ...reached, list: null });
  }
  await two.stop();
  await floor.stop();
  return {
    findings: findingsOf(rates, overwrites, memory),
    figures: [figuresOf(rates, overwrites)],
  };
}

type Overwrites = { rate: number; share: number; floorShare: number };

/**
 * Bids logged one by one, each round beside how often a page can be overwritten and brought to the disk. The floor too:
 * where a disk is quick, that is what the share can be at most.
 */
async function besideOverwriting(
  options: Options,
  [floor, product]: [Served, Product],
  work: ReturnType<typeof works>["W4"],
): Promise<Overwrites> {
  const log = measureProduct(product, work);
  const logRaw = measureFloor(floor, work);
  const rounds: Overwrites[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const rate = overwriteAndFsync(`${folder}/overwritten`, options.seconds);
    const logged = await log(1, options.seconds);
    const raw = await logRaw(1, options.seconds);
    rounds.push({ rate, share: (100 * logged.rate) / rate, floorShare: (100 * raw.rate) / rate });
  }
  const of = (key: keyof Overwrites) => median(rounds.map((round) => round[key]));
  return { rate: of("rate"), share: of("share"), floorShare: of("floorShare") };
}

function findingsOf(
  rates: ReadonlyMap<string, Rates>,
  overwrites: { share: number },
  memory: number,
): Finding[] {
  const of = (key: string) => rates.get(key) as Rates;
  const share = ({ product, floor }: Rates) => (100 * product.rate) / floor.rate;
  const ofList = ({ product, list }: Rates) => (100 * product.rate) / (list?.rate ?? Number.NaN);
  const finding = (
    work: string,
    what: string,
    measured: number,
    asked: Finding["asked"],
    unit: Finding["unit"],
  ) => ({
    work,
    what,
    measured,
    asked,
    unit,
  });
  // A record is a bid's page and its award's page; the floor answers both at once.
  const records = (key: string) => share(of(key)) / 2;
  return [
    finding("W1", "list, 10 connections, share of the floor", share(of("W1/10")), ASKED.W1, "%"),
    finding(
      "W1",
      "two processes, share of the floor",
      share(of("W1/10, two processes")),
      ASKED.W1twoProcesses,
      "%",
    ),
    finding("W2", "record (two pages), 10 connections, share of the floor", records("W2/10"), ASKED.W2, "%"),
    finding(
      "W2",
      "the fullest records, 10 connections, share of the floor",
      records("W2c/10"),
      ASKED.W2,
      "%",
    ),
    finding("W3", "report page, 10 connections, share of W1's rate", ofList(of("W3/10")), ASKED.W3page, "%"),
    finding("W4", "one by one, share of overwrite-and-fsync", overwrites.share, ASKED.W4oneByOne, "%"),
    finding("W4", "20 writers, share of the floor without grouping", share(of("W4/20")), ASKED.W4twenty, "%"),
    finding("W6", "a word, 10 connections, share of W1's rate", ofList(of("W6/10")), ASKED.W6page, "%"),
    finding("W6", "a word, 1 connection, median", of("W6/1").product.p50, ASKED.W6latency, "ms"),
    finding(
      "W1",
      "with every filter, 10 connections, share of the floor",
      share(of("W1f/10")),
      ASKED.W1,
      "%",
    ),
    finding("W6", "with every filter, share of W1's rate", ofList(of("W6f/10")), ASKED.W6page, "%"),
    finding("W6", "with every filter, 1 connection, median", of("W6f/1").product.p50, ASKED.W6latency, "ms"),
    finding("Memory", "most of one process under W1 to W6", memory, ASKED.memory, "MB"),
  ];
}

function figuresOf(rates: ReadonlyMap<string, Rates>, overwrites: Overwrites): Figures {
  const row = (name: string, { floor, product }: Rates) => [
    name,
    figure(floor.rate),
    figure(product.rate),
    `${figure((100 * product.rate) / floor.rate)}%`,
    `${figure(product.p50)} ms`,
    `${figure(product.p99)} ms`,
  ];
  return {
    title: "Rates on SQLite",
    note: `Answers a second. A record (W2) is two pages of the product and one answer of the floor. A page of a file was
overwritten and brought to the disk ${figure(overwrites.rate)} times a second; the floor of W4, one by one, reaches ${figure(overwrites.floorShare)}% of that.`,
    heading: ["Work / connections", "Floor", "Product", "Share", "p50", "p99"],
    rows: [...rates].map(([name, each]) => row(name, each)),
  };
}

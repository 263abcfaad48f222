import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ASKED, type Finding } from "./gates.ts";
import { load } from "./load.ts";
import type { Options } from "./options.ts";
import { othersMeanwhile } from "./others-meanwhile.ts";
import { weighPages } from "./page-weight.ts";
import { startProduct } from "./product.ts";
import { readProfile, type Spent } from "./profile.ts";
import { copyOf, folder, type Register } from "./registers.ts";
import { type Figures, figure } from "./results.ts";
import { targetsIn } from "./sides.ts";
import { median } from "./statistics.ts";
import { type Work, works } from "./works.ts";

const KB = 1000;

/** How long the server takes to start, and what its pages weigh. */
export async function measureStartAndWeight(options: Options, register: Register): Promise<Finding[]> {
  const url = `sqlite:${copyOf(register, "product")}`;
  const starts = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const product = await startProduct(url);
    starts.push(...product.servers.map(({ readyMs }) => readyMs / 1000));
    await product.stop();
  }
  const product = await startProduct(url);
  const weight = await weighPages(product, "/bids?partnership=1&status=awarded");
  await product.stop();
  const size = (what: string, bytes: number, asked: Finding["asked"]): Finding => ({
    work: "Weight",
    what,
    measured: bytes / KB,
    asked,
    unit: "KB",
  });
  return [
    {
      work: "Start",
      what: "from the command to the first answer",
      measured: median(starts),
      asked: ASKED.start,
      unit: "s",
    },
    size("HTML of a list of 50 rows", weight.listHtml, ASKED.listHtml),
    size("the same compressed", weight.listCompressed, ASKED.listCompressed),
    size("CSS, compressed", weight.css, ASKED.css),
    size("scripts of a form page, compressed", weight.scripts, ASKED.scripts),
  ];
}

/** The report in process beside the raw sum, and how long others wait while old ones are worked out. */
export async function measureReport(options: Options, register: Register) {
  const file = copyOf(register, "product");
  const { stdout, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "benchmarks/in-process.ts", file],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  if (status !== 0) throw new Error("The report could not be measured in process");
  const { rawMs, firstMs, againMs } = JSON.parse(stdout) as Record<"rawMs" | "firstMs" | "againMs", number>;
  const product = await startProduct(`sqlite:${file}`);
  const meanwhile = await othersMeanwhile(product, options.seconds * options.rounds);
  await product.stop();
  const bids = register.bids.toLocaleString("en-GB");
  const findings: Finding[] = [
    {
      work: "W3",
      what: `in process, against the raw sum, ${bids} bids`,
      measured: againMs / rawMs,
      asked: ASKED.W3inProcess,
      unit: "×",
    },
    {
      work: "W3",
      what: `others' list while old reports are worked out, p99, ${bids} bids`,
      measured: meanwhile.p99,
      asked: ASKED.W3others,
      unit: "ms",
    },
  ];
  const ms = (value: number) => `${figure(value)} ms`;
  const figures: Figures = {
    title: `The whole country's report, ${bids} bids`,
    heading: ["What", "Time"],
    rows: [
      ["Raw sum of all postings by partnership and year", ms(rawMs)],
      ["The report for a day that was not asked for before, with counts, proof and notes", ms(firstMs)],
      ["The report while no money has moved since", ms(againMs)],
      [`Others' list meanwhile (${meanwhile.reports} old reports), p50`, ms(meanwhile.p50)],
      ["Others' list meanwhile, p99", ms(meanwhile.p99)],
      ["Others' list meanwhile, worst", ms(meanwhile.worst)],
    ],
  };
  return { findings, figures: [figures] };
}

const PROFILED = ["W1", "W3", "W4"] as const;

/** What the server's time goes into while it answers a list, a report, and logs bids. */
export async function profileWorks(options: Options, register: Register): Promise<Spent[]> {
  const all = works(targetsIn(register.file));
  const spent = [];
  for (const name of PROFILED) {
    spent.push({ title: all[name].title, parts: await profileWork(options, register, all[name]) });
  }
  return spent;
}

async function profileWork(options: Options, register: Register, work: Work): Promise<Spent["parts"]> {
  const profiles = join(folder, "profile");
  rmSync(profiles, { recursive: true, force: true });
  mkdirSync(profiles, { recursive: true });
  const product = await startProduct(`sqlite:${copyOf(register, "product")}`, 1, [
    "--cpu-prof",
    `--cpu-prof-dir=${profiles}`,
  ]);
  await load({
    ports: product.ports,
    connections: 10,
    seconds: Math.max(5, options.seconds),
    shot: (number) => work.product(product, number),
    status: work.status,
  });
  await product.stop();
  return readProfile(profiles);
}

import { spawn } from "node:child_process";
import { runCommand } from "#app/cli/run.ts";

export type Ran = { code: number | null; out: string; err: string };

/** Runs a command over the register of this address. */
export async function tracker(databaseUrl: string, ...args: string[]): Promise<Ran> {
  const said = { out: "", err: "" };
  const code = await runCommand(args, {
    variables: { DATABASE_URL: databaseUrl, PUBLIC_URL: "http://localhost:3000" },
    print: (text) => {
      said.out += text;
    },
    tell: (text) => {
      said.err += `${text}\n`;
    },
  });
  return { code, ...said };
}

/** Runs it as a process of its own, as a person does. */
export function trackerProcess(databaseUrl: string, ...args: string[]): Promise<Ran> {
  return new Promise((ran, failed) => {
    const { NODE_OPTIONS: _options, VITEST: _vitest, ...variables } = process.env;
    const child = spawn(process.execPath, ["--import", "tsx", "app/cli/tracker.ts", ...args], {
      env: { ...variables, DATABASE_URL: databaseUrl, PUBLIC_URL: "http://localhost:3000" },
    });
    const said = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said.err += text;
    });
    child.on("error", failed);
    child.on("close", (code) => ran({ code, ...said }));
  });
}

import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, install, ROOT, requireNode, run, say, stop } from "./prepare.mjs";
import { serve } from "./serve.mjs";

const DEMO = join(ROOT, "data", "demo.sqlite");

requireNode();
install();
build();
if (!existsSync(DEMO)) fillDemo();
serve({ DATABASE_URL: `sqlite:${DEMO}`, LOG_LEVEL: process.env.LOG_LEVEL || "warn" });

/** Filled under another name first: a demo that was interrupted is never taken for a whole one. */
function fillDemo() {
  const unfinished = join(ROOT, "data", "demo-unfinished.sqlite");
  const remove = () => {
    for (const part of ["", "-wal", "-shm"]) rmSync(unfinished + part, { force: true });
  };
  say("Filling the demo");
  mkdirSync(join(ROOT, "data"), { recursive: true });
  remove();
  const code = run(process.execPath, ["--import", "tsx", "app/cli/tracker.ts", "demo"], {
    DATABASE_URL: `sqlite:${unfinished}`,
  });
  if (code !== 0) {
    remove();
    stop("The demo could not be filled.");
  }
  renameSync(unfinished, DEMO);
}

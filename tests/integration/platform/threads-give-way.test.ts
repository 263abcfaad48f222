import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

/** How far each thread of this process lets others go first; 0 is like everybody else. */
function niceOfThreads(): number[] {
  const tasks = "/proc/self/task";
  return readdirSync(tasks).map((thread) => {
    const [, rest = ""] = readFileSync(`${tasks}/${thread}/stat`, "utf8").split(/\) (.*)/s);
    return Number(rest.split(" ")[16]);
  });
}

it("lets the pages go first while something long is read aside, and slows down nothing else", async (test) => {
  const { db } = register;
  test.skip(process.platform !== "linux", "only Linux has a priority for each thread");
  test.skip(db.engine.file === null, "on PostgreSQL it is the server that reads");
  await sql`select 1`.execute(db.aside);
  const nice = niceOfThreads();
  expect(nice).toContain(10);
  expect(nice).toContain(0);
});

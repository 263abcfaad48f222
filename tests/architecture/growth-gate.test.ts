import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { judge } from "../../benchmarks/gates.ts";
import { load } from "../../benchmarks/load.ts";
import { growthOf } from "../../benchmarks/measure-growth.ts";
import { compare, type Measure } from "../../benchmarks/sides.ts";

const servers: Server[] = [];
afterAll(() => servers.map((server) => server.close()));

/** A page of the last fifty of so many records, by a query that follows an index or one that reads everything. */
async function pageOf(records: number, query: string): Promise<Measure> {
  const db = new BetterSqlite3(":memory:");
  db.exec(`create table record (id integer primary key, title text);
    with recursive number(n) as (select 1 union all select n + 1 from number where n < ${records})
    insert into record (id, title) select n, 'Record ' || n from number`);
  const statement = db.prepare(query);
  const server = createServer((_request, response) => response.end(JSON.stringify(statement.all())));
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return (connections, seconds) =>
    load({ ports: [port], connections, seconds, shot: () => ({ path: "/" }), status: 200 });
}

async function judgedGrowthOf(query: string) {
  const sides = { few: await pageOf(5_000, query), many: await pageOf(50_000, query) };
  const reached = await compare({ rounds: 3, seconds: 0.1, warmSeconds: 0.1 }, 1, sides);
  return judge(growthOf("A list", reached, "few", "many"));
}

test("a page that reads everything does not meet the gate of growth", async () => {
  const reading = "select * from record where title like '%9' order by title limit 50";
  expect(await judgedGrowthOf(reading)).toBe("not met");
});

// On a machine that is doing other things as well two equal pages may differ for a moment.
test("a page that follows an index meets it", { retry: 5 }, async () => {
  const following = "select * from record where id > 4900 order by id limit 50";
  expect(await judgedGrowthOf(following)).not.toBe("not met");
});

import { afterAll, afterEach, describe, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { record } from "#tests/trust/results.ts";
import { makeRegisterFile } from "./support/register-file.ts";
import { type ServerProcess, spawnServer, startServerProcess } from "./support/server-process.ts";
import { makeSmallDisk, type SmallDisk } from "./support/small-disk.ts";
import { bidForm, type Workplace } from "./support/work.ts";

const made = makeSmallDisk();
const disk = "reason" in made ? null : made;
if (disk === null) process.stdout.write(`Skipped, no small disk: ${(made as { reason: string }).reason}\n`);

let server: ServerProcess | undefined;

afterEach(async () => {
  await server?.kill();
  server = undefined;
  disk?.remount();
});

describe.skipIf(disk === null)("a disk", () => {
  const small = disk as SmallDisk;
  let acknowledged: string[] = [];
  let refused: string[] = [];

  async function save(workplace: Workplace, title: string): Promise<Response> {
    const form = bidForm(workplace, title);
    const response = await (server as ServerProcess).post(form.path, form.fields, workplace.cookie);
    (response.status === 303 ? acknowledged : refused).push(title);
    return response;
  }

  async function start() {
    acknowledged = [];
    refused = [];
    const register = await makeRegisterFile(`${small.folder}/${Math.random().toString(36).slice(2)}`);
    server = await startServerProcess(register.url);
    expect((await save(register.workplace, "Before")).status).toBe(303);
    return register;
  }

  async function expectRefusal(response: Response): Promise<void> {
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await response.text()).toContain("Sorry, the register is busy");
  }

  async function expectWhole(url: string): Promise<void> {
    const database = openDatabase(url);
    try {
      const rows = await database.read.selectFrom("bid").select("title").execute();
      const kept = rows.map(({ title }) => title);
      expect(acknowledged.filter((title) => !kept.includes(title))).toEqual([]);
      expect(refused.filter((title) => kept.includes(title))).toEqual([]);
      expect(await verifyRegister(operatorContext(database))).toEqual([]);
    } finally {
      await database.close();
    }
  }

  test("that is full refuses what is saved, in words, and is read on; with room again it saves within 5 seconds", async () => {
    const { url, workplace } = await start();
    small.fill();
    let last: Response;
    let turns = 0;
    do {
      turns += 1;
      last = await save(workplace, `Full ${turns}`);
    } while (last.status === 303 && turns < 500);
    await expectRefusal(last);
    for (let turn = 1; turn <= 5; turn += 1) await expectRefusal(await save(workplace, `Still full ${turn}`));
    const list = await (server as ServerProcess).get("/bids", workplace.cookie);
    expect([list.status, (await list.text()).includes("Before")]).toEqual([200, true]);

    small.free();
    const freed = performance.now();
    while ((await save(workplace, `After ${performance.now()}`)).status !== 303) {}
    const ms = performance.now() - freed;
    expect(ms).toBeLessThan(5_000);
    await (server as ServerProcess).kill();
    await expectWhole(url);
    record("Full disk", {
      acknowledged: acknowledged.length,
      refused: refused.length,
      "saves again after, ms": Math.round(ms),
    });
  });

  test("that breaks while it is used refuses what is saved and is read on; put in again, nothing is lost", async () => {
    const { url, workplace } = await start();
    small.break();
    for (let turn = 1; turn <= 3; turn += 1) await expectRefusal(await save(workplace, `Broken ${turn}`));
    const list = await (server as ServerProcess).get("/bids", workplace.cookie);
    expect([list.status, (await list.text()).includes("Before")]).toEqual([200, true]);
    await (server as ServerProcess).kill();
    small.remount();
    server = await startServerProcess(url);
    expect((await save(workplace, "After")).status).toBe(303);
    await (server as ServerProcess).kill();
    await expectWhole(url);
    record("Broken disk", { acknowledged: acknowledged.length, refused: refused.length, lost: 0 });
  });

  test("that is read-only from the start is not served from, in words", async () => {
    const { url, workplace } = await start();
    await (server as ServerProcess).stop();
    small.remount({ readOnly: true });
    server = await spawnServer(url);
    const [code] = await new Promise<unknown[]>((ended) =>
      server?.child.once("exit", (...all) => ended(all)),
    );
    expect(code).toBe(1);
    expect(server.printed()).toMatch(
      /The database of DATABASE_URL cannot be used: .*\(SQLITE_(READONLY|CANTOPEN)/,
    );
    small.remount();
    server = await startServerProcess(url);
    expect((await save(workplace, "After")).status).toBe(303);
  });
});

afterAll(() => disk?.remove());

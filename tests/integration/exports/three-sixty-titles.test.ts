import { expect, test } from "vitest";
import { previewGrants } from "#app/exports/grants-preview.server.ts";
import { publisherOf } from "#app/exports/index.server.ts";
import { readEnvironment } from "#app/platform/env.server.ts";
import * as make from "#tests/factories/register.ts";
import { seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { exported } from "./made-file.ts";

const register = useDatabase();

test("a title in which a number, an address or a name may be somebody’s is left out, and says why; years and sums are not", async () => {
  const partnershipId = await make.createPartnership(register.db);
  const { id: ownerId, context } = await make.createPerson(
    register.db,
    { [partnershipId]: "finance" },
    { name: "Jo Bloggs" },
  );
  const funderId = await make.createFunder(register.db, "Commissioner of titles");
  const titled = async (title: string) => {
    const id = await make.createAward(register.db, [partnershipId]);
    await register.db.write((trx) =>
      trx.updateTable("award").set({ title, owner_id: ownerId }).where("id", "=", id).execute(),
    );
    await seal(make.operatorContext(register.db), id, { funderId, amountPence: 1_000 });
  };
  const kept = ["Lights 2024/25 to 2025/26", "Wardens: £12,500 of £250,000", "Dry streets, 12 34 times"];
  const held = [
    ...["Ring 07123456789", "Ring 07123 456789", "Ring 0113 496 0000", "Ring 020 7946 0018"],
    ...["For QQ 12 34 56 C", "Locks for Mrs Jones", "Ask jo@example.org", "Led by JO BLOGGS"],
  ];
  for (const title of [...kept, ...held]) await titled(title);
  const { grants } = JSON.parse((await exported(context, "360giving", { format: "json" })).toString());
  expect(grants.map(({ title }: { title: string }) => title).sort()).toEqual(kept.sort());
  const environment = readEnvironment({ PUBLISHER_PREFIX: "Ashdown", PUBLIC_URL: "https://example.org" });
  const { leftOut } = await previewGrants(context, publisherOf(environment));
  expect(leftOut.map(({ count }) => count)).toEqual([held.length - 1, 1]);
});

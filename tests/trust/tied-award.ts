import type { Database } from "#db/open.server.ts";
import { createAward, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { CANARY_PENCE } from "./canary.ts";
import type { Links } from "./foreign-records.ts";

/**
 * An award of Alder that is tied to the foreign records: of the foreign bid, some of its money out of the foreign award,
 * and so large that the lesser of the two amounts is the foreign one.
 */
export async function makeTiedAward(db: Database, id: number, links: Links): Promise<number> {
  const awardId = await createAward(db, [links.alder], { reference: "A-tied", lead: true, bidId: id });
  const outer = {
    partnershipId: links.cedar,
    financialYear: 2024,
    projectId: id,
    priorityId: null,
    stream: null,
  };
  await seal(operatorContext(db), awardId, {
    amountPence: 2 * CANARY_PENCE,
    fundId: links.fundId,
    mayInclude: [{ awardId: id, note: "They may have counted it too" }],
    lines: [
      line({
        partnershipId: links.alder,
        financialYear: 2024,
        projectId: links.ownProject,
        amountPence: 7,
        inside: { ...outer, awardId: id },
      }),
    ],
  });
  return awardId;
}

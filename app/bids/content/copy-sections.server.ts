import { type Context, personId } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { BidContent, SectionName } from "./content.ts";
import { WRITE_SECTION } from "./write-section.server.ts";

/**
 * Writes the sections of a new draft that come from another bid, as begun by whoever copies it: none of them is complete
 * before somebody has read it again. In the transaction that adds the draft.
 */
export async function writeCopiedSections(
  trx: Writer,
  context: Context,
  bidId: number,
  content: Partial<BidContent>,
): Promise<void> {
  for (const section of Object.keys(content) as SectionName[])
    await writeOne(trx, context, bidId, section, content);
}

async function writeOne<Section extends SectionName>(
  trx: Writer,
  context: Context,
  bidId: number,
  section: Section,
  content: Partial<BidContent>,
): Promise<void> {
  const value: BidContent[Section] | undefined = content[section];
  if (value === undefined) return;
  const saved = {
    is_complete: 0,
    version: 1,
    saved_at: context.now(),
    saved_by: personId(context),
  };
  await trx
    .insertInto("bid_section")
    .values({ bid_id: bidId, section, ...saved })
    .execute();
  await WRITE_SECTION[section](trx, bidId, value);
}

import { type FiguresOfRecord, figureSourcePages } from "#app/attachments/index.server.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { numericId } from "#app/platform/page.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { listVersions } from "../versions.queries.server.ts";
import { figuresOfVersion } from "./figures-of-version.ts";

/** The amount of a version, of which a source can be stated. @throws NotFoundError where there is no such version. */
export async function findFiguresOfVersion(
  context: Context,
  awardId: number,
  number: number,
): Promise<FiguresOfRecord> {
  const award = await getAward(context, awardId);
  const version = (await listVersions(context, award.id)).find((each) => each.number === number);
  if (!version) throw new NotFoundError(`No version ${number} of this award`);
  return {
    attachedTo: { awardId: award.id },
    href: `/awards/${award.id}`,
    back: `/awards/${award.id}/versions/${number}`,
    caption: `${award.reference} ${award.title}, version ${number}`,
    figures: figuresOfVersion(version),
    mayState: may(context.actor, "award.draft", writingPartnerships(award.partnerships)),
  };
}

export const sourcesOfVersion = figureSourcePages("register.read", (context, params) =>
  findFiguresOfVersion(context, numericId(params.id), numericId(params.number)),
);

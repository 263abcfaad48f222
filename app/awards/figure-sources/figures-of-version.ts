import type { Figure } from "#app/attachments/index.ts";
import { formatPounds } from "#app/core/money.ts";
import type { Version } from "../version.ts";

/** The figure of a version that an attachment can state: its amount, in words. */
export function figuresOfVersion({
  id,
  kind,
  amountPence,
  amountBasis,
}: Pick<Version, "id" | "kind" | "amountPence" | "amountBasis">): Figure[] {
  const about = amountBasis === "approximate" ? "approximately " : "";
  const amount = amountPence === null ? "not recorded" : `${about}${formatPounds(amountPence)}`;
  return [{ figure: "awarded", versionId: id, value: kind === "void" ? "void" : amount }];
}

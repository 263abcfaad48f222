import { formatInstant } from "#app/core/calendar-date.ts";

/** That somebody asks for a draft to be confirmed. */
export type Asked = {
  at: string;
  /** Null: the operator of the register. */
  by: { id: number; name: string } | null;
  /** The number of the award's last version when they asked. */
  after: number;
};

type Proposal = { asked: Asked | null; updatedById: number | null };

/**
 * Why a person may not confirm a version where a second person has to; null where they may. Who asked for it or saved
 * it last is its author.
 * @param last the number of the award's last sealed version.
 */
export function refusalToConfirm(
  { asked, updatedById }: Proposal,
  personId: number | null,
  last: number,
): string | null {
  if (asked === null) return "A second person has to confirm this version: ask for that first";
  if (personId !== null && [asked.by?.id, updatedById].includes(personId)) {
    return "You wrote this version, so somebody else has to confirm it";
  }
  if (asked.after !== last) {
    return "Another version was sealed since this one was proposed: look at what it changes now, and ask again";
  }
  return null;
}

/** "Olu Officer asked on 4 June 2026 at 9:32am for a second person to confirm it". */
export function askedWords({ at, by }: Pick<Asked, "at" | "by">): string {
  const who = by?.name ?? "The operator of the register";
  return `${who} asked on ${formatInstant(at)} for a second person to confirm it`;
}

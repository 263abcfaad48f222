import { type UnreadFilter, unreadIn } from "#app/ui/forms/unread-filters.ts";

export type NamedPartnership = { id: number; name: string };

/** Records of so many partnerships are listed on one page; who reads more chooses one first. */
const LISTED_TOGETHER = 20;

/** What of an address of such a page is left out because it is no partnership to choose, or no filter. */
export function unreadChoice(params: URLSearchParams, chosen: NamedPartnership | null): UnreadFilter[] {
  return unreadIn(params, new URLSearchParams(chosen === null ? {} : { partnership: String(chosen.id) }));
}

/** Of which partnerships a page lists the records: the one that was chosen, or all of a few; of many, none yet. */
export function listedTogether(own: readonly NamedPartnership[], asked: string | null) {
  const chosen = own.find(({ id }) => String(id) === asked) ?? null;
  const isFew = own.length <= LISTED_TOGETHER;
  return { chosen, listed: chosen ? [chosen] : isFew ? own : [], mustChoose: chosen === null && !isFew };
}

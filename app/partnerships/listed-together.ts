export type NamedPartnership = { id: number; name: string };

/** Records of so many partnerships are listed on one page; who reads more chooses one first. */
const LISTED_TOGETHER = 20;

/** Of which partnerships a page lists the records: the one that was chosen, or all of a few; of many, none yet. */
export function listedTogether(own: readonly NamedPartnership[], asked: string | null) {
  const chosen = own.find(({ id }) => String(id) === asked) ?? null;
  const isFew = own.length <= LISTED_TOGETHER;
  return { chosen, listed: chosen ? [chosen] : isFew ? own : [], mustChoose: chosen === null && !isFew };
}

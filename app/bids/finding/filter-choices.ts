export type Choice = { id: number; text: string };

/** What the filters of the list of bids offer. */
export type FilterChoices = {
  /** The reader's; where they stand behind "More filters" and those were not asked for, the one in force alone. */
  partnerships: readonly Choice[];
  /** They are so many that they weigh more than the list itself, and come where more filters are asked for. */
  manyPartnerships: boolean;
  rounds: readonly Choice[];
  /** At least those that are in force among the filters that are needed now and then. */
  named: NamedChoices;
  /** All that these filters offer; null where they were not asked for. */
  further: FurtherChoices | null;
};

export type NamedChoices = {
  funders: readonly Choice[];
  funds: readonly Choice[];
  themes: readonly Choice[];
  /** Of the partnership chosen, else of the reader's own where those are few. */
  priorities: readonly Choice[];
  /** The people of the same. */
  owners: readonly Choice[];
};

export type FurtherChoices = NamedChoices & {
  /** The partnerships are too many for their priority areas and people to be offered: they are found by words. */
  byWords: boolean;
  /** What the words in force find among the reader's partnerships; null where there are none. */
  prioritiesFound: FoundNames | null;
  ownersFound: FoundNames | null;
};

/** The first names of those found, by the alphabet, and whether there are more. */
export type FoundNames = { names: readonly string[]; more: boolean };

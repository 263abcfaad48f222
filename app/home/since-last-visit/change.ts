/** Something that somebody else did to a record that the actor may read. */
export type Change = {
  /** Its place in the audit, by which pages follow each other. */
  seq: number;
  /** ISO UTC. */
  at: string;
  /** "submit bid". */
  action: string;
  /** Null where it was no person: a command on the server. */
  by: string | null;
  href: string;
  caption: string;
};

/** Of which records: those that the actor owns, helps with or watches, or all of their partnerships. */
export type OfWhich = "mine" | "all";

/** "Submit bid": the words of the audit, begun as a sentence. */
export function changeWords({ action }: Pick<Change, "action">): string {
  return action.charAt(0).toUpperCase() + action.slice(1);
}

import type { Generated } from "kysely";
import type { SourceColumns } from "./partnerships.ts";

export type ThemeTable = { id: Generated<number>; code: string; name: string; position: number };

/** A priority area of a partnership, in its own words. Dates are partial dates (see calendar-date). */
export type PriorityTable = SourceColumns & {
  id: Generated<number>;
  partnership_id: number;
  title: string;
  kind: "priority" | "cross_cutting" | "overarching" | "key_issue";
  valid_from: string | null;
  valid_to: string | null;
  note: string | null;
  version: Generated<number>;
};

export type PriorityThemeTable = { priority_id: number; theme_id: number };

/** A sub-aim of a priority area in its own words: a label, never counted. */
export type PriorityAimTable = { priority_id: number; position: number; title: string };

/** A project or operation under a priority area. Says nothing of money: that is for the lines of awards. */
export type PriorityProjectTable = { priority_id: number; project_id: number };

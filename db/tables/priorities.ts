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

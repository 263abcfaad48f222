import type { Generated } from "kysely";
import type { SourceColumns } from "./partnerships.ts";

export type ProjectStatus = "planned" | "going_on" | "going_on_unfunded" | "paused" | "completed" | "stopped";

export type ProjectTable = SourceColumns & {
  id: Generated<number>;
  partnership_id: number;
  name: string;
  description: string | null;
  starts_on: string | null;
  ends_on: string | null;
  status: ProjectStatus | null;
  status_note: string | null;
  version: Generated<number>;
};

/** A strand or intervention of a project: a label, never counted. */
export type ProjectStrandTable = {
  id: Generated<number>;
  project_id: number;
  position: number;
  title: string;
};

/** A delivery partner or a place of a project, in its own words. */
export type ProjectTitleTable = { project_id: number; position: number; title: string };

/** A partnership that takes part beside the one that the project belongs to. */
export type ProjectPartnershipTable = { project_id: number; partnership_id: number };

/** What a partner gives of its own: never secured, never counted with awards. */
export type OwnContributionTable = SourceColumns & {
  id: Generated<number>;
  project_id: number;
  contributor: string;
  form: "cash" | "in_kind";
  description: string | null;
  financial_year: number | null;
  amount_pence: number | null;
  recorded_at: string;
  version: Generated<number>;
};

import type { Generated } from "kysely";
import type { SourceColumns } from "./partnerships.ts";

export type ProjectTable = SourceColumns & {
  id: Generated<number>;
  partnership_id: number;
  name: string;
  description: string | null;
  starts_on: string | null;
  ends_on: string | null;
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

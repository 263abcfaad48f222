import type { Generated } from "kysely";

/** Where a fact was published: set on records that come from a document. */
export type SourceColumns = {
  source_document_id: number | null;
  source_paragraph: string | null;
};

export type SourceDocumentTable = {
  id: Generated<number>;
  code: string;
  title: string;
  body: string | null;
  meeting_date: string | null;
  report_date: string | null;
  note: string | null;
};

/** What does not agree in a document, in words: noted and never put right. */
export type SourceDiscrepancyTable = {
  id: Generated<number>;
  source_document_id: number;
  issue: string;
  paragraph: string | null;
  noted_by: number | null;
  noted_at: string;
};

export type LocalAuthorityTable = { code: string; name: string };

/** The official list (ONS, December 2024) from which an installation picks its partnerships. */
export type OfficialPartnershipTable = {
  code: string;
  name: string;
  police_area_code: string;
  police_area_name: string;
};

export type OfficialPartnershipAuthorityTable = { official_code: string; local_authority_code: string };

export type PartnershipKind = "district" | "unitary" | "county" | "county_strategy_group";

export type PartnershipTable = SourceColumns & {
  id: Generated<number>;
  name: string;
  kind: PartnershipKind;
  official_code: string | null;
  police_area: string | null;
  /** The county partnership or strategy group above it. */
  parent_id: number | null;
  valid_from: string | null;
  valid_to: string | null;
  successor_id: number | null;
  funding_position: string | null;
  /** 1 where a second person confirms each next version of its awards. */
  second_person: Generated<number>;
  /** 1 where the partnership is invented to show the service. */
  is_invented: Generated<number>;
  version: Generated<number>;
};

export type PartnershipAuthorityTable = { partnership_id: number; local_authority_code: string };

export type OrganisationTable = { id: Generated<number>; name: string };

export type MemberOrganisationTable = SourceColumns & {
  id: Generated<number>;
  partnership_id: number;
  organisation_id: number;
  role: "responsible_authority" | "other";
  /** The part it plays in the partnership's own words. */
  role_detail: string | null;
};

export { findOrCreateOrganisation, listMembers, listOrganisations } from "./organisations.queries.server.ts";
export {
  findPartnershipByName,
  getPartnership,
  listOthers,
  listOwnPartnerships,
  listPartnerships,
  type Partnership,
  type PartnershipItem,
  partnershipNames,
} from "./partnerships.queries.server.ts";
export type { Source } from "./sources/source.ts";
export {
  findSource,
  getSource,
  listDiscrepancies,
  listSources,
  sourceOf,
} from "./sources/sources.queries.server.ts";

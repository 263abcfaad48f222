export { findOrCreateOrganisation, listOrganisations } from "./organisations.queries.server.ts";
export {
  findPartnershipByName,
  getPartnership,
  listOwnPartnerships,
  listPartnerships,
  type Partnership,
  type PartnershipItem,
  partnershipNames,
} from "./partnerships.queries.server.ts";
export type { Source } from "./source.ts";
export { findSource, sourceOf } from "./sources.queries.server.ts";

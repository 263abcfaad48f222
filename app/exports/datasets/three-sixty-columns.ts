import type { ExportColumn } from "../export.ts";

const text = (heading: string, ...path: (string | number)[]): ExportColumn => ({
  heading,
  kind: "text",
  path,
});
const money = (heading: string, ...path: string[]): ExportColumn => ({ heading, kind: "pence", path });
const day = (heading: string, ...path: (string | number)[]): ExportColumn => ({ heading, kind: "day", path });

/** A community safety partnership's area, then the area of its council. */
function location(number: number): ExportColumn[] {
  const at = (heading: string, name: string) =>
    text(`Beneficiary Location:${number}:${heading}`, "beneficiaryLocation", number, name);
  return [
    at("Name", "name"),
    at("Country Code", "countryCode"),
    at("Geographic Code", "geoCode"),
    at("Geographic Code Type", "geoCodeType"),
  ];
}

/** The titles of the 360Giving Data Standard 1.4, and where each stands in its JSON. */
export const THREE_SIXTY_COLUMNS: readonly ExportColumn[] = [
  text("Identifier", "id"),
  text("Title", "title"),
  text("Description", "description"),
  text("Currency", "currency"),
  money("Amount Applied For", "amountAppliedFor"),
  money("Amount Awarded", "amountAwarded"),
  day("Award Date", "awardDate"),
  day("Planned Dates:Start Date", "plannedDates", 0, "startDate"),
  day("Planned Dates:End Date", "plannedDates", 0, "endDate"),
  text("Recipient Org:Identifier", "recipientOrganization", 0, "id"),
  text("Recipient Org:Name", "recipientOrganization", 0, "name"),
  text("Recipient Org:Department", "recipientOrganization", 0, "department"),
  ...location(0),
  ...location(1),
  text("Location Scope", "locationScope"),
  text("Funding Org:Identifier", "fundingOrganization", 0, "id"),
  text("Funding Org:Name", "fundingOrganization", 0, "name"),
  text("Grant Programme:Code", "grantProgramme", 0, "code"),
  text("Grant Programme:Title", "grantProgramme", 0, "title"),
  text("From An Open Call?", "fromOpenCall"),
  text("Related Activity", "relatedActivity", 0),
  text("Last Modified", "dateModified"),
  text("Data Source", "dataSource"),
];

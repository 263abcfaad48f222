import type { ExportColumn } from "../export.ts";

const text = (heading: string, ...path: (string | number)[]): ExportColumn => ({
  heading,
  kind: "text",
  path,
});
const money = (heading: string, ...path: string[]): ExportColumn => ({ heading, kind: "pence", path });
const number = (heading: string, ...path: (string | number)[]): ExportColumn => ({
  heading,
  kind: "number",
  path,
});
const address = (heading: string, ...path: (string | number)[]): ExportColumn => ({
  heading,
  kind: "url",
  path,
});
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

/** A priority area in the words of its partnership, then the theme. */
function classification(number: number): ExportColumn[] {
  return ["Vocabulary", "Code", "Title"].map((name) =>
    text(`Classifications:${number}:${name}`, "classifications", number, name.toLowerCase()),
  );
}

/** The titles of the 360Giving Data Standard 1.4, and where each stands in its JSON. */
export const THREE_SIXTY_COLUMNS: readonly ExportColumn[] = [
  text("Identifier", "id"),
  text("Title", "title"),
  text("Description", "description"),
  text("Currency", "currency"),
  money("Amount Applied For", "amountAppliedFor"),
  money("Amount Awarded", "amountAwarded"),
  money("Amount Disbursed", "amountDisbursed"),
  day("Award Date", "awardDate"),
  address("URL", "url"),
  day("Planned Dates:Start Date", "plannedDates", 0, "startDate"),
  day("Planned Dates:End Date", "plannedDates", 0, "endDate"),
  number("Planned Dates:Duration (months)", "plannedDates", 0, "duration"),
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
  address("Grant Programme:URL", "grantProgramme", 0, "url"),
  text("From An Open Call?", "fromOpenCall"),
  ...classification(0),
  ...classification(1),
  text("Related Activity", "relatedActivity", 0),
  text("Last Modified", "dateModified"),
  address("Data Source", "dataSource"),
  text("For Regrant Type", "regrantType"),
];

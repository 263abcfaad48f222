import { expect, test } from "vitest";
import { eligibleLeads } from "./terms-to-check.ts";

test("who may lead is read from the words of the round", () => {
  expect(eligibleLeads("Police and Crime Commissioners, local authorities")).toEqual([
    "police_and_crime_commissioner",
    "local_authority",
  ]);
  expect(eligibleLeads("Local authorities, British Transport Police, civil society organisations")).toEqual([
    "local_authority",
    "british_transport_police",
    "civil_society",
  ]);
  expect(eligibleLeads("Community safety partnerships")).toEqual([]);
  expect(eligibleLeads(null)).toEqual([]);
});

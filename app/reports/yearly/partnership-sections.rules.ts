import { PARTNERSHIP_KIND_NAMES, validityWords } from "#app/partnerships/index.ts";
import type { Block, DocumentSection } from "../document/document.ts";
import type { YearlyReport } from "./yearly.ts";

/** Who the partnership is, and what it set out to do in the year. */
export function partnershipSections(report: YearlyReport): DocumentSection[] {
  const { partnership } = report;
  const facts: [string, string | null][] = [
    ["Partnership", partnership.name],
    ["Kind", PARTNERSHIP_KIND_NAMES[partnership.kind]],
    ["Police area", partnership.policeArea],
    ["Local authorities", partnership.authorities.map(({ name }) => name).join("; ") || null],
    ["Its own money", partnership.fundingPosition],
  ];
  return [
    {
      heading: "The partnership",
      blocks: [
        { kind: "facts", rows: facts.map(([key, value]) => ({ key, value: value ?? "not recorded" })) },
      ],
    },
    { heading: "Priority areas", blocks: prioritiesBlocks(report) },
  ];
}

function prioritiesBlocks({ priorities, prioritiesOutside }: YearlyReport): Block[] {
  const blocks: Block[] = [
    {
      kind: "table",
      caption: "Priority areas of the year",
      columns: [{ heading: "Priority area" }, { heading: "Valid" }, { heading: "Themes" }],
      rows: priorities.map(({ id, title, validFrom, validTo, themes }) => [
        { text: title, href: `/priorities/${id}` },
        validityWords(validFrom, validTo) ?? "not recorded",
        themes.map(({ name }) => name).join("; ") || "not recorded",
      ]),
      empty: "No priority area is recorded for this year.",
    },
  ];
  if (prioritiesOutside > 0) {
    const words = prioritiesOutside === 1 ? "1 priority area is" : `${prioritiesOutside} priority areas are`;
    blocks.push({ kind: "text", text: `${words} recorded with dates outside this year.` });
  }
  return blocks;
}

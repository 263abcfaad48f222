import type { Random } from "./random.ts";

const STEMS =
  "Alder Bracken Corvel Dunnel Elver Farrow Gorsel Hazel Ister Jessam Kestrel Larken Marlow Nethel Orchan Pellow Quarn Rooken Sorrel Thistle Umber Vetch Wrenna Yarrow";
const ENDINGS = "mere holt wick combe stow garth minster haven dene fold thwaite bury beck moor";

/** Names of places that there are not, each once. */
export function placeNames(): string[] {
  return STEMS.split(" ").flatMap((stem) => ENDINGS.split(" ").map((ending) => stem + ending));
}

const WORK = [
  "Doorbell cameras",
  "Street lighting",
  "CCTV upgrade",
  "Detached youth work",
  "Knife crime workshops",
  "Domestic abuse advocates",
  "Night-time economy marshals",
  "Target hardening",
  "Alley gates",
  "Neighbourhood wardens",
  "Retail crime patrols",
  "Rural watch",
  "Restorative justice",
  "Substance misuse outreach",
  "Hate crime reporting centres",
  "Bystander training",
  "Mentoring",
  "Diversion programme",
  "Burglary prevention kits",
  "Safe routes home",
  "Fraud awareness visits",
  "County lines intervention",
  "Street pastors",
  "Body-worn video",
  "Trauma-informed training",
  "Sanctuary scheme",
  "Vehicle crime patrols",
  "Anti-social behaviour casework",
  "Road safety education",
  "Perpetrator programme",
  "Catalytic converter marking",
  "Community mediation",
] as const;

const FOR_WHOM = [
  "in the town centre",
  "for young people at risk",
  "on the estates",
  "around the station",
  "in schools",
  "for repeat victims",
  "in the parks",
  "for small shops",
  "on bus routes",
  "for women and girls at night",
  "in rural parishes",
  "for older residents",
  "along the seafront",
  "in the evening economy",
  "for families",
  "near licensed premises",
] as const;

/** What a bid is called; under 140 characters. */
export function titleOf(random: Random, place: string): string {
  const year = random.chance(0.2) ? ` (phase ${random.whole(2, 4)})` : "";
  return `${random.pick(WORK)} ${random.pick(FOR_WHOM)}, ${place}${year}`;
}

const PURPOSES = [
  "Fewer people harmed, and fewer who fear that they will be. The partnership's assessment ranks this first.",
  "Residents asked for it at four public meetings. The work starts with the two wards that have most reports.",
  "It carries on what was tried last year, with an evaluation by the university at the end.",
  "Two full-time posts and their equipment; the council pays for the management and the premises.",
  "Equipment in the first year; staff to use it, and to show others how, in the years after.",
] as const;

export const purposeOf = (random: Random) => random.pick(PURPOSES);

export const PRIORITY_TITLES = [
  ["Tackling anti-social behaviour", "asb"],
  ["Reducing serious violence", "serious_violence"],
  ["Ending violence against women and girls", "vawg"],
  ["Protecting people from domestic abuse", "domestic_abuse"],
  ["Fewer burglaries and thefts", "acquisitive_crime"],
  ["Drugs and the harm they do", "drugs_county_lines"],
  ["Keeping young people safe", "youth"],
  ["A safe night out", "night_time_economy"],
  ["Stopping exploitation", "exploitation"],
  ["Safer roads", "road_safety"],
  ["Communities that stand together", "cohesion"],
  ["Cutting reoffending", "reoffending"],
] as const;

export const FUNDERS = [
  "Ministry for Safer Places",
  "National Prevention Board",
  "Violence Reduction Alliance",
  "Regional Policing Trust",
  "Foundation for Young Lives",
  "Community Recovery Fund Trustees",
  "Lottery for Communities",
  "Office of Rural Affairs",
  "Women's Safety Fund Trustees",
  "Transport Safety Board",
  "Public Health Partnership",
  "Local Enterprise Board",
] as const;

const FUND_KINDS = ["Safer Neighbourhoods Fund", "Prevention Grant", "Early Help Fund", "Innovation Fund"];

/** The funds of a funder: its name's first words before what they are for. */
export const fundNames = (funder: string) => FUND_KINDS.map((kind) => `${funder}: ${kind}`);

export const MEASURES = [
  ["Police recorded incidents", "incidents", "down"],
  ["Residents who feel safe after dark", "per cent", "up"],
  ["Repeat victims", "people", "down"],
  ["Young people who finish the programme", "people", "up"],
  ["Reports of anti-social behaviour", "reports", "down"],
  ["First-time entrants to youth justice", "people", "down"],
] as const;

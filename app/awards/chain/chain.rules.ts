import type { StationChain, StationNode, Stations } from "#app/ui/charts/stations.ts";

/** An award of the chain. Pence; null is not recorded, or not for this reader's eyes. */
export type ChainAward = {
  id: number;
  text: string;
  href: string | null;
  grossPence: number | null;
  isApproximate?: boolean;
  /** What the awards inside it take, those that are not drawn included. */
  passedOnPence: number;
  funder: { id: number; name: string } | null;
  /** The organisation that it was received through: a county, a board. */
  receivedThrough: string | null;
};

/** So many pence of `outerId` that are the award `innerId`; null where its amount is not recorded. */
export type ChainLink = { outerId: number; innerId: number; pence: number | null };
export type ChainGrant = { id: number; awardId: number; recipient: string; pence: number };

/** A record of the chain; `gross`, `passed` and `net` are pence, undefined where they mean nothing of it. */
export type ChainNode = StationNode & {
  gross?: number | null;
  passed?: number;
  net?: number | null;
  isApproximate?: boolean;
};
export type Chain = { chain: Pick<StationChain, "links"> & { nodes: ChainNode[] }; stations: Stations };

/**
 * The way of the money as a drawing: funder, the award that holds it and those inside it, level under level, each behind
 * the organisation that it was received through, and what they grant on. An award stands one level below the lowest of those that it comes out of.
 */
export function drawChain(
  awards: readonly ChainAward[],
  links: readonly ChainLink[],
  grants: readonly ChainGrant[],
  pounds: (pence: number | null) => string,
): Chain {
  const levels = levelsOf(awards, links);
  const nodes = new Map<string, ChainNode>();
  const between: { from: string; to: string }[] = [];
  const add = (from: string, to: string) => {
    if (!between.some((link) => link.from === from && link.to === to)) between.push({ from, to });
  };
  for (const award of awards) {
    const level = levels.get(award.id) ?? 0;
    const granted = grants.filter((grant) => grant.awardId === award.id);
    nodes.set(`award-${award.id}`, awardNode(award, level, granted, pounds));
    const sources = links.filter(({ innerId }) => innerId === award.id).map(({ outerId }) => outerId);
    let from = sources.map((outerId) => `award-${outerId}`);
    if (level === 0 && award.funder) {
      const key = `funder-${award.funder.id}`;
      const href = `/funders/${award.funder.id}`;
      nodes.set(key, { key, station: "funder", text: award.funder.name, href });
      from.push(key);
    }
    if (award.receivedThrough !== null) {
      // Money of other awards may come through the same organisation: it stands once for each way that it takes.
      const way = sources.length === 0 ? "" : `${[...sources].sort((a, b) => a - b).join("-")}-`;
      const key = `through-${way}${award.receivedThrough}`;
      nodes.set(key, { key, station: `through-${level}`, text: award.receivedThrough, href: null });
      for (const each of from) add(each, key);
      from = [key];
    }
    for (const each of from) add(each, `award-${award.id}`);
  }
  for (const grant of grants) {
    const key = `grant-${grant.id}`;
    const href = `/awards/${grant.awardId}/onward-grants/${grant.id}`;
    const [text, gross] = [grant.recipient, grant.pence];
    nodes.set(key, { key, station: "grant", text, href, figure: pounds(gross), gross });
    add(`award-${grant.awardId}`, key);
  }
  const all = [...nodes.values()];
  return {
    chain: { nodes: all, links: between },
    stations: stationsOf(all, Math.max(0, ...levels.values())),
  };
}

function awardNode(
  award: ChainAward,
  level: number,
  granted: readonly ChainGrant[],
  pounds: (pence: number | null) => string,
): ChainNode {
  const { text, href, grossPence: gross } = award;
  const passed = award.passedOnPence + granted.reduce((sum, grant) => sum + grant.pence, 0);
  const node = { key: `award-${award.id}`, station: `award-${level}`, text, href };
  // Of an award of others no more is said than what it takes of one that may be read.
  if (href === null) return gross === null ? node : { ...node, figure: pounds(gross), gross };
  const about = award.isApproximate ? "about " : "";
  const net = gross === null ? null : gross - passed;
  return {
    ...node,
    figure: `${about}${pounds(gross)}`,
    gross,
    passed,
    net,
    isApproximate: award.isApproximate,
  };
}

/** How deep each award stands; the ledger refuses circles, and one that is there is walked once. */
function levelsOf(awards: readonly ChainAward[], links: readonly ChainLink[]): Map<number, number> {
  const levels = new Map(awards.map(({ id }) => [id, 0]));
  for (let round = 0; round < awards.length; round += 1) {
    for (const { outerId, innerId } of links) {
      const below = (levels.get(outerId) ?? 0) + 1;
      if (below > (levels.get(innerId) ?? 0) && below < awards.length) levels.set(innerId, below);
    }
  }
  return levels;
}

function stationsOf(nodes: readonly ChainNode[], deepest: number): Stations {
  const awards = Array.from({ length: deepest + 1 }, (_, level) => [
    { station: `through-${level}`, name: "Received through" },
    {
      station: `award-${level}`,
      name: deepest === 0 ? "Award" : (["Lead award", "Awards inside it"][level] ?? "Inside those"),
    },
  ]).flat();
  const all = [{ station: "funder", name: "Funder" }, ...awards, { station: "grant", name: "Onward grants" }];
  return all.filter(({ station }) => nodes.some((node) => node.station === station));
}

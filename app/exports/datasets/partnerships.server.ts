import { listMembers, listPartnerships } from "#app/partnerships/index.server.ts";
import { isValidOn, MEMBER_ROLE_NAMES, PARTNERSHIP_KIND_NAMES } from "#app/partnerships/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { partnershipFilter } from "../filter-words.server.ts";
import { listDataset } from "../list-dataset.server.ts";
import { partnershipIn } from "../partnership-asked.server.ts";
import { unusedBeside } from "../unused.server.ts";

/** The partnerships as their page lists them: one's own and then the others, each by name. */
async function partnershipsInOrder(context: Context) {
  const { scope } = context;
  const all = (await listPartnerships(context)).map((partnership) => ({
    ...partnership,
    isOwn: !scope.all && scope.partnershipIds.includes(partnership.id),
  }));
  return [...all.filter(({ isOwn }) => isOwn), ...all.filter(({ isOwn }) => !isOwn)];
}

/** All partnerships of the register. */
export const partnerships = listDataset({
  name: "partnerships",
  title: "Partnerships",
  about: "One row for each partnership, with its kind, its police area and its dates.",
  permission: "reference.read",
  read: async (context) => ({
    rows: (await partnershipsInOrder(context)).map((partnership) => ({
      ...partnership,
      note: noteOf(partnership, isValidOn(context.today, partnership.validFrom, partnership.validTo)),
    })),
    notes: ["What is not recorded is left empty."],
  }),
  columns: [
    { heading: "Name", kind: "text", of: ({ name }) => name },
    { heading: "Yours", kind: "text", of: ({ isOwn }) => (isOwn ? "Yes" : null) },
    { heading: "Kind", kind: "text", words: PARTNERSHIP_KIND_NAMES, of: ({ kind }) => kind },
    { heading: "Police area", kind: "text", of: ({ policeArea }) => policeArea },
    { heading: "Valid from", kind: "day", of: ({ validFrom }) => validFrom },
    { heading: "Valid to", kind: "day", of: ({ validTo }) => validTo },
    { heading: "Note", kind: "text", of: ({ note }) => note },
  ],
});

function noteOf({ isInvented }: { isInvented: boolean }, isValidNow: boolean): string | null {
  if (isInvented) return "Invented";
  return isValidNow ? null : "Not current";
}

/** The member organisations of the partnerships, responsible authorities first. */
export const members = listDataset({
  name: "members",
  title: "Member organisations",
  about: "One row for each organisation in each partnership, with the part it plays.",
  permission: "reference.read",
  unused: (params) => unusedBeside(params, ["partnership"]),
  read: async (context, params) => {
    const [id = null] = partnershipIn(params) ?? [];
    const found = await listMembers(context, id);
    const rows = (await partnershipsInOrder(context)).flatMap((partnership) =>
      found
        .filter(({ partnershipId }) => partnershipId === partnership.id)
        .map((member) => ({ ...member, partnership: partnership.name })),
    );
    return {
      filters: await partnershipFilter(context, id),
      rows,
      notes: ["An organisation stands once for each partnership of which it is a member."],
    };
  },
  columns: [
    { heading: "Partnership", kind: "text", of: ({ partnership }) => partnership },
    { heading: "Organisation", kind: "text", of: ({ name }) => name },
    { heading: "Role", kind: "text", words: MEMBER_ROLE_NAMES, of: ({ role }) => role },
    { heading: "Part it plays", kind: "text", of: ({ roleDetail }) => roleDetail },
  ],
});

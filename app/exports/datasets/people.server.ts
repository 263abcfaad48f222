import { accountState, isDemo, listPeople } from "#app/accounts/index.server.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { ROLE_NAMES, ROLES } from "#app/platform/permissions.ts";
import { listDataset } from "../list-dataset.server.ts";

/** Everybody who has or had an account, by name, with all of their roles: what a review of access is made from. */
export const people = listDataset({
  name: "people",
  title: "People",
  about: "One row for each person with an account, with their roles and whether they can sign in.",
  permission: "people.manage",
  read: async (context) => {
    const names = await partnershipNames(context);
    const demo = await isDemo(context);
    const rows = (await listPeople(context)).map((person) => ({
      ...person,
      account: accountState(person, demo),
      held: ROLES.flatMap((role) =>
        person.roles
          .filter((each) => each.role === role)
          .map(({ partnershipId }) => `${ROLE_NAMES[role]}, ${names.get(partnershipId) ?? ""}`),
      ),
    }));
    const active = rows.filter(({ account }) => account === "Active").length;
    return {
      rows,
      notes: [
        `${active} of the ${rows.length} people can sign in.`,
        "Roles are named one by one, where the page counts those of more than three partnerships. The file holds personal data: keep it no longer than it is needed.",
      ],
    };
  },
  columns: [
    { heading: "Name", kind: "text", of: ({ name }) => name },
    { heading: "Email address", kind: "text", of: ({ email }) => email },
    { heading: "Administrator", kind: "text", of: ({ isAdministrator }) => (isAdministrator ? "Yes" : "No") },
    { heading: "Roles", kind: "text", of: ({ held }) => held.join("; ") || null },
    { heading: "Account", kind: "text", of: ({ account }) => account },
  ],
});

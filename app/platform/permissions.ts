/** A person's part in one partnership. Administrators are marked on the person, not in a partnership. */
export const ROLES = ["reader", "officer", "manager", "finance"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, string> = {
  reader: "Reader",
  officer: "Officer",
  manager: "Manager",
  finance: "Finance",
};

/**
 * Who may do what: the one table that pages, commands and tests read.
 * `administrator` is a right over people and reference data; by it alone nobody sees a bid or an award.
 */
export const PERMISSIONS = {
  "register.read": ["reader", "officer", "manager", "finance"],
  "bid.write": ["officer", "manager"],
  "bid.forecast": ["manager"],
  "view.share": ["manager"],
  "work.hand-over": ["manager"],
  "bid.sign-off": ["manager", "finance"],
  "sign-off.manage": ["manager"],
  "decision.record": ["manager", "finance"],
  "award.draft": ["officer", "manager", "finance"],
  "award.seal": ["manager", "finance"],
  "claim.write": ["officer", "manager", "finance"],
  "claim.sign": ["finance"],
  "list.reconcile": ["finance"],
  "report.publish": ["manager", "finance"],
  "project.write": ["officer", "manager"],
  "outcome.write": ["officer", "manager"],
  "priority.write": ["officer", "manager"],
  "source.note": ["officer", "manager", "finance"],
  "reference.read": ["reader", "officer", "manager", "finance", "administrator"],
  "fund.write": ["officer", "manager", "administrator"],
  "fund.merge": ["administrator"],
  "partnership.manage": ["administrator"],
  "people.manage": ["administrator"],
  "audit.read": ["finance", "administrator"],
} as const satisfies Record<string, readonly (Role | "administrator")[]>;

export type Permission = keyof typeof PERMISSIONS;

/** What a route may declare: a permission, any signed-in person, or everybody. */
export type RouteAccess = Permission | "signed-in" | "public";

/** True where the role holds the permission. */
export function roleMay(role: Role | "administrator", permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly string[]).includes(role);
}

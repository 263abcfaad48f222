import { MEMBERS, type Row } from "./access-kinds.ts";

/** The rows of where things stand. */
export const ROUTES_OF_MANAGERS_VIEW: readonly Row[] = [
  { path: "/standing", load: MEMBERS },
  { path: "/standing/board", load: MEMBERS },
  { path: "/standing/waiting", load: MEMBERS },
  { path: "/standing/year", load: MEMBERS },
  { path: "/standing/views/new", load: MEMBERS, post: MEMBERS, fields: { partnershipId: "" } },
  { path: "/reports/award-status", load: MEMBERS },
  { path: "/standing/between", load: MEMBERS },
  { path: "/standing/use-it-or-lose-it", load: MEMBERS },
];

const REFERENCE = [
  { text: "Home", href: "/" },
  { text: "Reference data", href: "/reference" },
];

/** The ways to the pages of this domain. */
export const breadcrumbs = {
  lists: REFERENCE,
  funders: [...REFERENCE, { text: "Funders and funds", href: "/funders" }],
  rounds: [...REFERENCE, { text: "Rounds", href: "/rounds" }],
};

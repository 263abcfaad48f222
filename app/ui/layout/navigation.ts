import type { NavigationItem } from "../govuk/service-navigation.tsx";

/** What the navigation needs to know of who is looking. */
export type Viewer = {
  name: string;
  readsRegister: boolean;
  readsReference: boolean;
  managesPeople: boolean;
};

type Section = {
  text: string;
  href: string;
  for: Exclude<keyof Viewer, "name"> | "everybody";
  also?: readonly string[];
};

const SECTIONS: readonly Section[] = [
  { text: "Home", href: "/", for: "everybody" },
  { text: "Standing", href: "/standing", for: "readsRegister" },
  { text: "Bids", href: "/bids", for: "readsRegister" },
  { text: "Awards", href: "/awards", for: "readsRegister" },
  { text: "Projects", href: "/projects", for: "readsRegister", also: ["/measures", "/outcomes", "/trail"] },
  { text: "Reports", href: "/reports", for: "readsRegister" },
  {
    text: "Reference data",
    href: "/reference",
    for: "readsReference",
    also: [
      "/partnerships",
      "/priorities",
      "/funders",
      "/funds",
      "/rounds",
      "/calendar",
      "/organisations",
      "/themes",
      "/sources",
    ],
  },
  { text: "People", href: "/people", for: "managesPeople" },
];

/** The sections that a person may open, the one that the address is in marked. None before signing in. */
export function navigationFor(viewer: Viewer | null, path: string): NavigationItem[] {
  if (!viewer) return [];
  const open = SECTIONS.filter((section) => section.for === "everybody" || viewer[section.for]);
  return open.map(({ text, href, also = [] }) => {
    if (path === href) return { text, href, current: "page" };
    const within =
      href !== "/" && [href, ...also].some((start) => path === start || path.startsWith(`${start}/`));
    return within ? { text, href, current: "section" } : { text, href };
  });
}

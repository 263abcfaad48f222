import type { MetaArgs, MetaDescriptor } from "@remix-run/react";

/** The name of the service where the installation gives it no other. */
export const SERVICE_NAME = "Community safety funding register";

/** "Error: Bids – Community safety funding register". */
export function pageTitle(title: string, options: { error?: boolean; serviceName?: string } = {}): string {
  return `${options.error ? "Error: " : ""}${title} – ${options.serviceName ?? SERVICE_NAME}`;
}

/** What stands before the title of a page whose address was refused; nothing where nothing was. */
export function errorWords(errors: object): string {
  return Object.keys(errors).length > 0 ? "Error: " : "";
}

/**
 * The `meta` of a page: its title, stated or from what its loader gave.
 * A refused form puts "Error: " in front of it: `entry.server.tsx` does, and `useFormPage` in the browser.
 */
export function titled<Loader>(title: string | ((page: { data: Loaded<Loader> }) => string)) {
  return ({ data, matches }: MetaArgs<Loader>): MetaDescriptor[] => {
    const serviceName = serviceNameIn(matches);
    if (typeof title === "string") return [{ title: pageTitle(title, { serviceName }) }];
    if (data === undefined) return [{ title: pageTitle("There is a problem", { serviceName }) }];
    return [{ title: pageTitle(title({ data: data as Loaded<Loader> }), { serviceName }) }];
  };
}

type Loaded<Loader> = NonNullable<MetaArgs<Loader>["data"]>;

function serviceNameIn(matches: readonly { id: string; data: unknown }[]): string | undefined {
  const root = matches.find((match) => match.id === "root")?.data as
    | { settings?: { serviceName?: string } }
    | undefined;
  return root?.settings?.serviceName;
}

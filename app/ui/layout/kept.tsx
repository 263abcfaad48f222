import { type ComponentType, createContext, createElement, useContext } from "react";

/** Renders a component to HTML, or answers the HTML of before where it had the same properties. */
export type Keep = <Props extends object>(part: ComponentType<Props>, properties: Props) => string;

/** How parts of pages are kept; null renders each anew. */
export const KeepContext = createContext<Keep | null>(null);

type KeptProps<Props extends object> = {
  /** Shows its properties and nothing else: it reads no context. */
  part: ComponentType<Props>;
  /** Plain data: what is equal as JSON looks equal. */
  properties: Props;
};

/**
 * A large part of a page that changes seldom: hundreds of rows take longer to render than to gather. Only for pages
 * whose scripts do not run.
 */
export function Kept<Props extends object>({ part, properties }: KeptProps<Props>) {
  const keep = useContext(KeepContext);
  if (keep === null) return createElement(part, properties);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered, and so escaped, by React
  return <div dangerouslySetInnerHTML={{ __html: keep(part, properties) }} />;
}

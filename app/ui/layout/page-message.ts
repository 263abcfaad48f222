import { createContext } from "react";

/** What was just done, told once at the top of the page that follows; null where nothing was. */
export const PageMessageContext = createContext<string | null>(null);

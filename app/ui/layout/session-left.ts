import { createContext } from "react";

/** Minutes until whoever is signed in no longer is: without another request, and in all. */
export type SessionLeft = { idle: number; inAll: number };

/** What is left of the session of whoever reads the page; null for nobody. */
export const SessionLeftContext = createContext<SessionLeft | null>(null);

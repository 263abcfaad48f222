import { createContext } from "react";

/** The nonce of this page's scripts and style; undefined where none is allowed. */
export const NonceContext = createContext<string | undefined>(undefined);

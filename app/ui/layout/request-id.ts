import { createContext } from "react";

/** What the log knows the request by; empty in the browser, where pages are not rendered after a failure. */
export const RequestIdContext = createContext("");

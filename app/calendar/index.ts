export { findingOf, roundsInYear } from "./funding-year.rules.ts";

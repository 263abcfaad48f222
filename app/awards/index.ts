export { STREAM_NAMES } from "./award.ts";
export { MoneyFromAwards } from "./money-from-awards.tsx";

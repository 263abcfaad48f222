export { joinRows } from "./since-last-visit/change.ts";
export { changedBy, changeWords } from "./since-last-visit/change-words.ts";

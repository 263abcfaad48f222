export { changesProofWords, signedPounds, totalWords } from "./changes/changes-words.rules.ts";
export { dayField } from "./funding-secured.schema.ts";
export { alignedLines } from "./funding-secured-text.rules.ts";

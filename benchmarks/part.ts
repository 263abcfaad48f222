import { writeFileSync } from "node:fs";
import { measurePart } from "./measure-part.ts";
import { readOptions } from "./options.ts";

/** One part of the benchmark: `node --import tsx benchmarks/part.ts FILE --only PART`, its finding as JSON in FILE. */
const [file = "", ...args] = process.argv.slice(2);
const options = readOptions(args);
const [part] = options.parts;
if (!part) throw new Error("Say which part");
const measured = await measurePart(part, options, (text) => void process.stderr.write(`  ${text}\n`));
writeFileSync(file, JSON.stringify(measured));
process.exit(0);

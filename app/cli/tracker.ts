import { fstatSync, writeFileSync } from "node:fs";
import { CommandFailure } from "./command.ts";
import { runCommand } from "./run.ts";

// Whoever reads the output may stop reading: that is no failure of the command.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

/** Into a file all of a text is written, or it is a failure: the stream leaves off in silence where the disk is full. */
function printToFile(text: string): void {
  try {
    writeFileSync(process.stdout.fd, text);
  } catch (error) {
    throw new CommandFailure(`Standard output cannot be written: ${(error as Error).message}`);
  }
}

const output = fstatSync(process.stdout.fd);
const isFile = output.isFile() || (output.isCharacterDevice() && !process.stdout.isTTY);

process.exitCode = await runCommand(process.argv.slice(2), {
  variables: process.env,
  print: isFile ? printToFile : (text) => void process.stdout.write(text),
  isRead: process.stdout.isTTY,
  tell: (text) => void process.stderr.write(`${text}\n`),
});

import { runCommand } from "./run.ts";

// Whoever reads the output may stop reading: that is no failure of the command.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await runCommand(process.argv.slice(2), {
  variables: process.env,
  print: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(`${text}\n`),
});

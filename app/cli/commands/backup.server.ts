import { backUp } from "../backup/back-up.server.ts";
import { figuresText } from "../backup/figures.server.ts";
import { type Command, UsageError } from "../command.ts";
import { readOptions } from "../read-options.ts";

/** Copies the register into a file while it is used, and checks the copy. */
export const backup: Command = async (args, { environment, tell }) => {
  const [file] = readOptions(args, {}, 1).positionals;
  if (file === undefined) throw new UsageError("backup needs the file to make");
  tell(`Backed up to ${file}: ${figuresText(await backUp(environment, file))}`);
  return 0;
};

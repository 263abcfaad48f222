import { figuresText } from "../backup/figures.server.ts";
import { restore as restoreBackup } from "../backup/restore.server.ts";
import { type Command, UsageError } from "../command.ts";
import { readOptions } from "../read-options.ts";

/** Puts a backup in the place of a register that is not there, once it has been proved whole. */
export const restore: Command = async (args, { environment, tell }) => {
  const [file] = readOptions(args, {}, 1).positionals;
  if (file === undefined) throw new UsageError("restore needs the file of the backup");
  tell(`Restored ${file}: ${figuresText(await restoreBackup(environment, file))}`);
  tell("Everybody has to sign in again. People and roles are as they were then: look through them.");
  return 0;
};

/** What stands where the register should be is damaged, or is no register at all. It has not been touched. */
export class DamagedDatabaseError extends Error {
  override name = "DamagedDatabaseError";
  constructor(
    readonly file: string,
    what: string,
  ) {
    super(
      `The register in ${file} is damaged: ${what}.\n` +
        "It has been left as it is. Move it and its -wal file aside, then put the last backup in its place:\n" +
        "  npm run -s tracker -- restore BACKUP_FILE",
    );
  }
}

import { migrateToLatest } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";

/** A process that does nothing but bring the register of its first word up to date, to be killed meanwhile. */
const database = openDatabase(process.argv[2] ?? "");
process.stdout.write("begun\n");
await migrateToLatest(database);
await database.close();
process.stdout.write("done\n");

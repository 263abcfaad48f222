import { type Kysely, type Migration, sql } from "kysely";
import type { Engine } from "../dialect/engine.ts";

/** What a migration is written with: statements as text, spelt for the engine at hand. */
export type MigrationTools = Pick<Engine, "columns" | "guards" | "search"> & {
  run(...statements: string[]): Promise<void>;
  db: Kysely<unknown>;
};

/** Makes one of the library's migrations out of ours. Migrations are frozen once they have been released. */
export function migration(engine: Engine, up: (tools: MigrationTools) => Promise<void>): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await up({
        columns: engine.columns,
        guards: engine.guards,
        search: engine.search,
        db,
        run: async (...statements) => {
          for (const statement of statements) await sql.raw(statement).execute(db);
        },
      });
    },
  };
}

/** Money columns: pence that every engine and JavaScript keep exactly. */
export function pence(column: string, integer: string): string {
  return `${column} ${integer} check (${column} between 0 and 9007199254740991)`;
}

/** Where a record's facts were published. */
export function source(integer: string): string {
  return `source_document_id ${integer} references source_document (id), source_paragraph text`;
}

import BetterSqlite3 from "better-sqlite3";

const CACHE_KIB = 4_096;

/** Opens the register for reading row by row, all of it as of one moment. `postgres-rows.mjs` does the same there. */
export async function openRows({ file }) {
  const handle = new BetterSqlite3(file, { readonly: true, timeout: 1000 });
  handle.pragma("trusted_schema = OFF");
  // Rows are read once, one after another: what was read before need not be kept.
  handle.pragma(`cache_size = -${CACHE_KIB}`);
  handle.exec("begin");
  return {
    first: async ({ text, parameters }) => handle.prepare(text).raw().get(parameters) ?? [],
    async *batches({ text, parameters }, size) {
      let batch = [];
      for (const row of handle.prepare(text).raw().iterate(parameters)) {
        batch.push(row);
        if (batch.length === size) {
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    },
    close: async () => handle.close(),
  };
}

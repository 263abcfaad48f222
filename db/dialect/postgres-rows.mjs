import pg from "pg";

const BIGINT = 20;
const NUMERIC = 1700;

function exactNumber(text) {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number))
    throw new RangeError(`The database answered ${text}, more than can be kept exactly`);
  return number;
}

/** Opens the register for reading row by row, all of it as of one moment, with a cursor of the server's. */
export async function openRows({ connectionString }) {
  const types = new pg.TypeOverrides();
  types.setTypeParser(BIGINT, exactNumber);
  types.setTypeParser(NUMERIC, exactNumber);
  const client = new pg.Client({
    connectionString,
    types,
    connectionTimeoutMillis: 5_000,
    // The same few names are looked up for row after row: the default's price of a page out of order, of a disk that
    // turns, makes the planner read the whole table of partnerships for each award, at three times the time.
    options: "-c jit=off -c timezone=UTC -c cursor_tuple_fraction=1 -c random_page_cost=1.1",
  });
  await client.connect();
  await client.query("begin transaction isolation level repeatable read read only");
  const ask = async (text, values) => (await client.query({ text, values, rowMode: "array" })).rows;
  return {
    first: async ({ text, parameters }) => (await ask(text, [...parameters]))[0] ?? [],
    async *batches({ text, parameters }, size) {
      await client.query(`declare the_rows no scroll cursor for ${text}`, [...parameters]);
      for (;;) {
        const rows = await ask(`fetch ${size} from the_rows`, []);
        if (rows.length > 0) yield rows;
        if (rows.length < size) return;
      }
    },
    close: () => client.end(),
  };
}

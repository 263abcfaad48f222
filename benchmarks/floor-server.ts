import { createServer, type IncomingMessage } from "node:http";
import { openFloor } from "./floor-queries.ts";

/**
 * The floor: raw better-sqlite3 with prepared statements behind node's own http, answering JSON, without sign-in,
 * scope, audit or a page. `node --import tsx benchmarks/floor-server.ts FILE PORT`
 */
const [file = "", port = ""] = process.argv.slice(2);
const floor = openFloor(file);

createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://floor");
  const answer = (value: unknown) => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(value));
  };
  const number = Number(url.searchParams.get("id") ?? 0);
  switch (url.pathname) {
    case "/list":
      return answer(floor.list(number, url.searchParams.get("status") ?? ""));
    case "/record":
      return answer(floor.record(number));
    case "/report":
      return answer(floor.report());
    case "/search":
      return answer(floor.search(url.searchParams.get("search") ?? ""));
    case "/export":
      return void floor.export((text) => response.write(text)).then(() => response.end());
    case "/log":
      return void readBody(request).then((body) => answer(floor.log(JSON.parse(body))));
    default:
      return answer({ ready: true });
  }
}).listen(Number(port), "127.0.0.1");

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

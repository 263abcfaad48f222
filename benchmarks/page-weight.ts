import { get } from "node:http";
import type { Product } from "./product.ts";

/** Bytes of what a browser loads. */
export type Weight = { listHtml: number; listCompressed: number; css: number; scripts: number };

/** Weighs, as they are sent, a list of 50 rows, the stylesheet, and the scripts of a form page. */
export async function weighPages(product: Product, listPath: string): Promise<Weight> {
  const url = `http://127.0.0.1:${product.ports[0]}`;
  const headers = { ...product.local(1), "Accept-Encoding": "identity" };
  const text = async (path: string) => {
    const answer = await fetch(url + path, { headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  };
  const compressed = async (paths: Iterable<string>) => {
    let bytes = 0;
    for (const path of paths) bytes += await sentBytes(url + path, product.local(1));
    return bytes;
  };
  const list = await text(listPath);
  const form = await text("/bids/new");
  return {
    listHtml: Buffer.byteLength(list),
    listCompressed: await compressed([listPath]),
    css: await compressed(found(list, /<link rel="stylesheet" href="([^"]+)"/g)),
    scripts: await compressed(
      found(form, /(?:src|href)="([^"]+\.js)"|from "([^"]+\.js)"|import "([^"]+\.js)"/g),
    ),
  };
}

/** The bytes of an answer as a browser gets it. */
function sentBytes(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(
      url,
      { headers: { ...headers, "Accept-Encoding": "gzip, deflate, br" } },
      (answer) => {
        let bytes = 0;
        answer.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        answer.on("end", () => resolve(bytes));
      },
    );
    request.on("error", reject);
  });
}

function found(html: string, pattern: RegExp): Set<string> {
  return new Set([...html.matchAll(pattern)].map((match) => match.slice(1).find(Boolean) as string));
}

import { gzipSync } from "node:zlib";
import type { Product } from "./product.ts";

/** Bytes of what a browser loads. */
export type Weight = { listHtml: number; listCompressed: number; css: number; scripts: number };

/** Weighs a list of 50 rows, the stylesheet, and the scripts of a form page. */
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
    for (const path of paths) bytes += gzipSync(await text(path)).length;
    return bytes;
  };
  const list = await text(listPath);
  const form = await text("/bids/new");
  return {
    listHtml: Buffer.byteLength(list),
    listCompressed: gzipSync(list).length,
    css: await compressed(found(list, /<link rel="stylesheet" href="([^"]+)"/g)),
    scripts: await compressed(
      found(form, /(?:src|href)="([^"]+\.js)"|from "([^"]+\.js)"|import "([^"]+\.js)"/g),
    ),
  };
}

function found(html: string, pattern: RegExp): Set<string> {
  return new Set([...html.matchAll(pattern)].map((match) => match.slice(1).find(Boolean) as string));
}

import { load } from "./load.ts";
import type { Product } from "./product.ts";

export type Meanwhile = { reports: number; p50: number; p99: number; worst: number };

/**
 * How long a list takes while somebody else asks for the whole country's report at one old day after another, each
 * of which has to be worked out.
 * @param seconds at least; the last report is waited for.
 */
export async function othersMeanwhile(product: Product, seconds: number): Promise<Meanwhile> {
  const [port] = product.ports as [number];
  let reports = 0;
  let asking = true;
  const ask = async () => {
    while (asking) {
      const day = new Date(Date.UTC(2020, 0, 1 + reports)).toISOString().slice(0, 10);
      const path = `/reports/funding-secured?by=partnership&as-at=${day}&known-at=${day}`;
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: product.national });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await answer.text();
      reports += 1;
    }
  };
  const asked = ask();
  const path = "/bids?partnership=2&status=awarded";
  const others = await load({
    ports: [port],
    connections: 1,
    seconds,
    shot: () => ({ path, headers: product.local(2) }),
    status: 200,
  });
  asking = false;
  await asked;
  return { reports, p50: others.p50, p99: others.p99, worst: others.worst };
}

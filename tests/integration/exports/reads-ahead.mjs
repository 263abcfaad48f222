/**
 * A writer that reads on while nobody takes what it has written, as that of a zip file does.
 * @param {AsyncIterable<unknown[][]>} batches
 */
export async function* write(batches) {
  /** @type {string[]} */
  const pieces = [];
  let isRead = false;
  const read = (async () => {
    for await (const batch of batches) pieces.push(batch.map(([value]) => `${value}\n`).join(""));
    isRead = true;
  })();
  while (!isRead || pieces.length > 0) {
    const piece = pieces.shift();
    if (piece === undefined) await new Promise((resolve) => setImmediate(resolve));
    else yield piece;
  }
  await read;
}

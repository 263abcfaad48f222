/**
 * A writer that reads on while nobody takes what it has written, as that of a zip file does.
 * @param {AsyncIterable<unknown[][]>} batches
 */
export async function* write(batches) {
  // More than are made ahead, so that the first of them wait to be taken while the first rows are completed.
  const pieces = Array.from({ length: 8 }, () => "0\n");
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

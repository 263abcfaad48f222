/** As many files as can be had at once are being made; one of them will be done in a moment. */
export class TooManyExportsError extends Error {
  override name = "TooManyExportsError";
}

/** Each holds a thread and a connection. */
export const AT_ONCE = 3;
let underWay = 0;

/** @returns what gives the turn back; more than once does nothing. @throws TooManyExportsError */
export function takeTurn(): () => void {
  if (!isThereATurn()) throw new TooManyExportsError(`${underWay} files are being made`);
  underWay += 1;
  let isOver = false;
  return () => {
    if (!isOver) underWay -= 1;
    isOver = true;
  };
}

/** False while as many files as can be are being made. */
export function isThereATurn(): boolean {
  return underWay < AT_ONCE;
}

/** As many files as can be had at once are being made; one of them will be done in a moment. */
export class TooManyExportsError extends Error {
  override name = "TooManyExportsError";
}

/** Each holds a thread and a connection. */
const AT_ONCE = 3;
let underWay = 0;

/** @returns what gives the turn back; more than once does nothing. @throws TooManyExportsError */
export function takeTurn(): () => void {
  if (underWay >= AT_ONCE) throw new TooManyExportsError(`${underWay} files are being made`);
  underWay += 1;
  let isOver = false;
  return () => {
    if (!isOver) underWay -= 1;
    isOver = true;
  };
}

/** The parts of a list, in its order: each of so many, the last of what is left. */
export function* someAtATime<Item>(all: readonly Item[], most: number): Generator<Item[], void> {
  for (let start = 0; start < all.length; start += most) yield all.slice(start, start + most);
}

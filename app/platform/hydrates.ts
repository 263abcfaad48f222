/** True of a route whose page says in its `handle` that scripts run on it. */
export function hydrates(handle: unknown): boolean {
  return (handle as { hydrate?: boolean } | undefined)?.hydrate === true;
}

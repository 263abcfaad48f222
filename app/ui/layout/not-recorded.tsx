/** Nobody wrote it down; that is not the same as nothing. */
export function NotRecorded() {
  return <span className="app-unknown">not recorded</span>;
}

/** Known in total, and not yet said whose, when, for what or why. */
export function NotYetApportioned() {
  return <span className="app-unknown">not yet apportioned</span>;
}

/** The record does not exist, or the actor may not know that it does: the two answer alike. */
export class NotFoundError extends Error {
  override name = "NotFoundError";
}

/** The actor may read the record but not do this. */
export class ForbiddenError extends Error {
  override name = "ForbiddenError";
  /**
   * @param because what the person is told in place of "your role does not allow it", where that is not the reason.
   * @param next where the person goes on from there.
   */
  constructor(
    readonly permission: string,
    readonly because?: string,
    readonly next?: { href: string; text: string },
  ) {
    super(`Not allowed: ${permission}`);
  }
}

/** Somebody else changed the record since this form was opened. */
export class StaleError extends Error {
  override name = "StaleError";
}

/** Something that is due. */
export type Deadline = {
  /** Names it for ever, so that a calendar program moves it instead of showing it twice: "round-5-closes". */
  key: string;
  /** A day, or UK local time to the minute (2023-08-31T17:00). */
  at: string;
  title: string;
  /** A path of this service. */
  path: string;
};

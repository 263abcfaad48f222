import type { Environment } from "#app/platform/env.server.ts";

/** The command was not written as it must be: exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** The command was understood and cannot be done, for a reason that a person can act on: exit code 1. */
export class CommandFailure extends Error {
  override name = "CommandFailure";
}

/** Where a command gets what it works with, and where it says what it has to say. */
export type Surroundings = {
  environment: Environment;
  /** Standard output: the result and nothing else. */
  print(text: string): void;
  /** True where standard output is read by a person as it comes, so that nothing must be said amid it. */
  isRead?: boolean;
  /** Standard error: everything that is said about it. */
  tell(text: string): void;
};

/** @returns the exit code: 0, or 1 where the result itself is bad news. */
export type Command = (args: string[], surroundings: Surroundings) => Promise<0 | 1>;

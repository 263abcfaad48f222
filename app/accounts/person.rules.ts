import { isGuessable } from "./guessable.rules.ts";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/**
 * What is wrong with a new password, as a message; null where nothing is. Any characters do, as the National Cyber
 * Security Centre advises; what is refused is what is too short, the person's own address, and what is easily guessed.
 */
export function passwordProblem(password: string, email: string | null): string | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return `Password must be ${PASSWORD_MIN} characters or more`;
  if (length > PASSWORD_MAX) return `Password must be ${PASSWORD_MAX} characters or fewer`;
  if (email !== null && password.trim().toLowerCase() === email.toLowerCase()) {
    return "Password must not be your email address";
  }
  if (isGuessable(password)) return "Password must not be easy to guess. Three random words are a good one";
  return null;
}

const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const PRINTABLE_ASCII = /^[\x21-\x7e]+$/;

/** What is wrong with an email address, as a message; null where nothing is. */
export function emailProblem(email: string): string | null {
  const typed = email.trim().toLowerCase();
  if (typed.length <= 254 && EMAIL.test(typed) && PRINTABLE_ASCII.test(typed)) return null;
  return "Enter an email address in the correct format, like name@example.com";
}

/** An email address as the register keeps it. */
export function keptEmail(email: string): string {
  return email.trim().toLowerCase();
}

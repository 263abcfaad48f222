/** Words that guessing begins with: the ones found most in leaks, and those of this service and its field. */
const WORDS = [
  ..."password passwort letmein welcome login master admin administrator secret changeme default".split(" "),
  ..."qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou sunshine princess football".split(" "),
  ..."monkey dragon superman batman pokemon starwars liverpool arsenal chelsea everton england".split(" "),
  ..."community safety partnership partnerships csp council borough district county police".split(" "),
  ..."funding fund funds funder grant grants award awards bid bids register tracker safer streets".split(" "),
  ..."home office hampshire surrey kent sussex london wales england manager officer finance reader".split(
    " ",
  ),
  ..."january february march april may june july august september october november december".split(" "),
  ..."monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter".split(" "),
  ..."the and for my is of user test abc".split(" "),
].sort((a, b) => b.length - a.length);

const RUNS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "qazwsxedcrfvtgbyhnujmikolp",
].flatMap((run) => [run, [...run].reverse().join("")]);

const REPEATED = /^(.{1,4})\1+.{0,3}$/;

const LETTERS: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
};

/**
 * True for a password that guessing would soon come to: one short piece repeated, a run of the keyboard or the
 * alphabet, or nothing but common words, this service's words, numbers and signs. It looks at no list of leaked ones.
 */
export function isGuessable(password: string): boolean {
  const typed = password.toLowerCase();
  if (REPEATED.test(typed)) return true;
  if (RUNS.some((run) => run.includes(typed.slice(0, 12)))) return true;
  const core = typed.replace(/[^\p{L}]+$/u, "");
  return [typed, [...core].map((sign) => LETTERS[sign] ?? sign).join("")].some(isOnlyWords);
}

function isOnlyWords(text: string): boolean {
  let letters = text.replace(/[^\p{L}]/gu, " ");
  const all = letters.replaceAll(" ", "").length;
  if (all === 0) return false;
  for (const word of WORDS) letters = letters.replaceAll(word, " ");
  return letters.replaceAll(" ", "").length <= 1;
}

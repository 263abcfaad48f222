/** What stands in so many names that they can be told apart without it. */
const COMMON_WORDS =
  /\b(community safety partnership|safety partnership|csp|council|borough|district|metropolitan|the)\b/gi;

/** From the fullest to the barest: the whole name, without what stands in brackets, without common words either. */
const FORMS: readonly ((name: string) => string)[] = [
  plainLetters,
  (name) => plainLetters(withoutBrackets(name)),
  (name) => plainLetters(withoutBrackets(name).replace(COMMON_WORDS, " ")),
];

/**
 * By what names of both sides are held against each other: "Anytown Borough Council (invented)" is "Anytown Council",
 * but only where neither side has a second name of which the same would be left.
 */
export function namesHeldAs(ours: readonly string[], theirs: readonly string[]): (name: string) => string {
  const sides = [new Set(ours), new Set(theirs)].map((names) => FORMS.map((form) => countForms(names, form)));
  const held = (name: string) => {
    const forms = FORMS.map((form) => form(name));
    const barest = forms.findLastIndex(
      (form, level) => form !== "" && sides.every((side) => (side[level]?.get(form)?.size ?? 0) <= 1),
    );
    return forms[Math.max(barest, 0)] ?? "";
  };
  const known = new Map([...new Set([...ours, ...theirs])].map((name) => [name, held(name)]));
  return (name) => known.get(name) ?? held(name);
}

/** In capital letters, without what people put between. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .toUpperCase()
    .replace(/&/g, "AND")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function withoutBrackets(name: string): string {
  return name.replace(/\([^()]*\)|\[[^[\]]*\]/g, " ");
}

/** The names, in full, of which each form is left. */
function countForms(names: Iterable<string>, form: (name: string) => string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of names) {
    const left = form(name);
    const known = found.get(left) ?? new Set();
    found.set(left, known.add(plainLetters(name)));
  }
  return found;
}

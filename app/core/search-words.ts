/**
 * The words that somebody typed into a search, in lower case; a reference such as B-000123 is one word. Signs divide
 * words and are not searched for.
 */
export function searchWords(typed: string): string[] {
  return (
    typed
      .normalize("NFKC")
      .toLowerCase()
      .replace(/\b([ab])-(?=\d)/g, "$1")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

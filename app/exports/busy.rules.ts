const FILES = /^(\/exports\/[\w-]+)\/file(-metadata\.json)?(\?.*)?$/;

/** Of the address of a file that could not be made: where to ask again, and the page of that export; null for any other. */
export function askAgain(address: string | null): { file: string; page: string } | null {
  const [file, path, , query = ""] = FILES.exec(address ?? "") ?? [];
  return file === undefined ? null : { file, page: `${path}${query}` };
}

/** The page that says why a file was not made, and what to do. @param file its address, with the query */
export function busyHref(file: string): string {
  return `/exports/busy?${new URLSearchParams({ file })}`;
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** True where LibreOffice is installed. */
export const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

/** What a test says where it is not. */
export const NO_OFFICE = "soffice is not installed: LibreOffice opens no file here";

/** Opens files with LibreOffice and prints each. @returns the PDF of each, by the file's name without its end. */
export function printedByOffice(files: Record<string, Buffer>): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    const own = `-env:UserInstallation=file://${join(folder, "profile")}`;
    spawnSync("soffice", [own, "--headless", "--convert-to", "pdf", "--outdir", folder, ...paths], {
      timeout: 120_000,
    });
    const stem = (name: string) => name.replace(/\.\w+$/, "");
    return new Map(
      Object.keys(files).map((name) => [stem(name), readFileSync(join(folder, `${stem(name)}.pdf`))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

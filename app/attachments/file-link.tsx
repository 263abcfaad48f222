import { ATTACHMENT_KINDS, type Attachment, describeSize } from "./attachment.ts";

/** "award-letter.pdf (PDF, 148 KB)": to be saved, or the name alone where the file has been deleted. */
export function FileLink({ href, attachment }: { href: string; attachment: Attachment }) {
  const { id, fileName, kind, sizeBytes, deleted } = attachment;
  const about = `(${ATTACHMENT_KINDS[kind].name}, ${describeSize(sizeBytes)})`;
  if (deleted !== null) return `${fileName} ${about}`;
  return (
    <>
      <a className="govuk-link app-fingerprint" href={`${href}/attachments/${id}/file`} download>
        {fileName}
      </a>{" "}
      {about}
    </>
  );
}

/** " by Olu Officer"; nothing where nobody is known. */
export function byWhom(name: string | null): string {
  return name === null ? "" : ` by ${name}`;
}

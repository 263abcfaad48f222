import { formatInstant } from "#app/core/calendar-date.ts";
import { Details } from "#app/ui/govuk/details.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import type { Attachment } from "./attachment.ts";
import { byWhom, FileLink } from "./file-link.tsx";

type AttachmentsPanelProps = {
  /** The record's own page. */
  href: string;
  attachments: readonly Attachment[];
  mayAttach: boolean;
  /** The record has a page that says which attachment states which of its figures. */
  hasFigures?: boolean;
};

/** The files of a record on its own page, newest first, and what was deleted. */
export function AttachmentsPanel({ href, attachments, mayAttach, hasFigures }: AttachmentsPanelProps) {
  const there = attachments.filter(({ deleted }) => deleted === null);
  const deleted = attachments.filter((one) => one.deleted !== null);
  if (attachments.length === 0 && !mayAttach) return null;
  return (
    <section id="attachments">
      <h2 className="govuk-heading-m">Attachments</h2>
      {there.length === 0 && <p className="govuk-body">No attachments.</p>}
      {there.length > 0 && (
        <Table
          caption="Attachments, newest first"
          captionHidden
          rows={there}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: "What it is",
              rowHeader: true,
              cell: (one) => <AttachmentLink href={href} attachment={one} />,
            },
            { heading: "File", cell: (one) => <FileLink href={href} attachment={one} /> },
            { heading: "Added", cell: (one) => `${formatInstant(one.addedAt)}${byWhom(one.addedBy)}` },
          ]}
        />
      )}
      {mayAttach && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`${href}/attachments/new`}>
            Add an attachment
          </a>
          {hasFigures && there.length > 0 && (
            <>
              {" or "}
              <a className="govuk-link" href={`${href}/sources`}>
                say which figure one is the source of
              </a>
            </>
          )}
        </p>
      )}
      {deleted.length > 0 && (
        <Details summary="Deleted attachments">
          <ul className="govuk-list">
            {deleted.map((one) => (
              <li key={one.id}>
                <AttachmentLink href={href} attachment={one} />
                {one.deleted && `: ${formatInstant(one.deleted.at)}${byWhom(one.deleted.by)}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

function AttachmentLink({ href, attachment }: { href: string; attachment: Attachment }) {
  return (
    <a className="govuk-link" href={`${href}/attachments/${attachment.id}`}>
      {attachment.title}
    </a>
  );
}

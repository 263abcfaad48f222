import { formatInstant } from "#app/core/calendar-date.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { Button } from "#app/ui/govuk/button.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";

type Shown = { id: string; name: string; startedAt: string; bytes: number };

const MEGABYTE = 1_000_000;

/** The files that are being made for the person, how far each is, and how to stop it. */
export function FilesUnderWay({ files }: { files: readonly Shown[] }) {
  if (files.length === 0) return null;
  return (
    <>
      <Table
        caption="Files that are being made for you"
        rows={files}
        rowKey={({ id }) => id}
        columns={[
          { heading: "File", rowHeader: true, cell: ({ name }) => name },
          { heading: "Begun", cell: ({ startedAt }) => formatInstant(startedAt) },
          { heading: "Sent so far", numeric: true, cell: ({ bytes }) => sizeWords(bytes) },
          { heading: "Action", cell: (file) => <Stop file={file} /> },
        ]}
      />
      <p className="govuk-body">
        <a className="govuk-link" href="/exports">
          Look again how far they are
        </a>
      </p>
    </>
  );
}

function Stop({ file: { id, name } }: { file: Shown }) {
  return (
    <Form action="/exports">
      <Button secondary name="stop" value={id}>
        Stop
        <VisuallyHidden> {name}</VisuallyHidden>
      </Button>
    </Form>
  );
}

/** "12.3 MB". */
function sizeWords(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

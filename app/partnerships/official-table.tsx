import { Form } from "#app/ui/forms/form.tsx";
import { Button } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";

type Official = {
  code: string;
  name: string;
  policeArea: string;
  authorities: readonly string[];
  chosenAs: number | null;
};

/** Partnerships of the official list, each to be chosen once. */
export function OfficialTable({ found }: { found: readonly Official[] }) {
  return (
    <Table
      caption="Partnerships found"
      rows={found}
      rowKey={(official) => official.code}
      columns={[
        { heading: "Name", rowHeader: true, cell: (official) => official.name },
        // Beside the name, so that a phone shows it.
        { heading: "Action", cell: (official) => <Choose official={official} /> },
        { heading: "Local authorities", cell: (official) => official.authorities.join(", ") },
        { heading: "Police area", cell: (official) => official.policeArea },
      ]}
    />
  );
}

function Choose({ official: { code, name, chosenAs } }: { official: Official }) {
  if (chosenAs !== null) {
    return (
      <>
        Already chosen:{" "}
        <a className="govuk-link" href={`/partnerships/${chosenAs}`}>
          open<VisuallyHidden> {name}</VisuallyHidden>
        </a>
      </>
    );
  }
  return (
    <Form method="post">
      <HiddenField name="code" value={code} />
      <Button secondary>
        Choose<VisuallyHidden> {name}</VisuallyHidden>
      </Button>
    </Form>
  );
}

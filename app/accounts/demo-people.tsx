import { Button } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { RoleList } from "./role-list.tsx";

type DemoPeopleProps = { people: readonly { id: number; name: string; roles: string[] }[]; next: string };

/** The people of the demo, each to be signed in as with one press. */
export function DemoPeople({ people, next }: DemoPeopleProps) {
  return (
    <Table
      caption="Choose who to be in this demo"
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        { heading: "Name", rowHeader: true, cell: (person) => person.name },
        // Beside the name, so that a phone shows it.
        { heading: "Sign in", cell: (person) => <SignInAs person={person} next={next} /> },
        { heading: "Role", cell: (person) => <RoleList texts={person.roles} /> },
      ]}
    />
  );
}

function SignInAs({ person, next }: { person: { id: number; name: string }; next: string }) {
  return (
    <form method="post" action={`/demo-sign-in?next=${encodeURIComponent(next)}`}>
      <HiddenField name="personId" value={person.id} />
      <Button secondary>
        Sign in<VisuallyHidden> as {person.name}</VisuallyHidden>
      </Button>
    </form>
  );
}

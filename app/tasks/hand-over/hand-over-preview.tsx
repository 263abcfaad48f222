import { Form } from "#app/ui/forms/form.tsx";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import type { HandOverPreview } from "./hand-over-work.server.ts";
import { countWork, type Work } from "./work.ts";

const KINDS: Record<Work["kind"], string> = {
  bid: "Owns the bid",
  helper: "Helps with the bid",
  watcher: "Watches the bid",
  award: "Owns the award",
  task: "Has the task",
};
const ENDS: Partial<typeof KINDS> = {
  helper: "Has a part in the bid already: the place of helper ends",
  watcher: "Has a part in the bid already: the place of watcher ends",
};

/** What goes to the new person and what stays; nothing is changed before the button is pressed. */
export function PreviewOfHandOver({ preview }: { preview: HandOverPreview }) {
  const { from, to, goes, stays, seen } = preview;
  return (
    <>
      <Table
        caption={`What would be handed over from ${from.name} to ${to.name}`}
        rows={goes}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        empty="There is nothing to hand over."
        columns={[
          { heading: "What", rowHeader: true, cell: (work) => <WorkLink work={work} /> },
          { heading: `${to.name} then`, cell: ({ kind, ends }) => (ends && ENDS[kind]) || KINDS[kind] },
        ]}
      />
      {stays.length > 0 && (
        <Table
          caption="What stays as it is"
          rows={stays}
          rowKey={({ work: { kind, id } }) => `${kind} ${id}`}
          columns={[
            { heading: "What", rowHeader: true, cell: ({ work }) => <WorkLink work={work} /> },
            { heading: "Why", cell: ({ because }) => because },
          ]}
        />
      )}
      {goes.length > 0 && (
        <Form>
          <HiddenField name="from" value={from.id} />
          <HiddenField name="to" value={to.id} />
          <HiddenField name="seen" value={seen} />
          <ButtonGroup>
            <Button>Hand over {countWork(goes)}</Button>
            <a className="govuk-link" href="/">
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      )}
    </>
  );
}

function WorkLink({ work: { text, href } }: { work: Work }) {
  return (
    <a className="govuk-link" href={href}>
      {text}
    </a>
  );
}

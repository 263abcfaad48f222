import { Form } from "#app/ui/forms/form.tsx";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { BulkEffect } from "./bulk.rules.ts";

export type PreviewRow = {
  id: number;
  reference: string;
  title: string;
  version: number;
  awaitsSignOff: boolean;
  now: string | null;
  effect: BulkEffect;
};

type BulkPreviewProps = {
  rows: readonly PreviewRow[];
  /** The answers that the preview carries on. */
  answers: Record<string, string>;
  backHref: string;
  /** The same change without the bids that cannot be changed. */
  withoutRefusedHref: string;
};

/** What each ticked bid says now and would say then; nothing is changed before the button is pressed. */
export function BulkPreview({ rows, answers, backHref, withoutRefusedHref }: BulkPreviewProps) {
  const refused = rows.filter(({ effect }) => "refused" in effect).length;
  const changed = rows.filter(({ effect }) => "becomes" in effect).length;
  const awaiting = rows.filter(({ awaitsSignOff }) => awaitsSignOff).length;
  return (
    <>
      <Table
        caption="What would change"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { heading: "Bid", rowHeader: true, cell: (row) => bidWords(row) },
          { heading: "Now", cell: (row) => row.now ?? <NotRecorded /> },
          { heading: "Then", cell: (row) => describeEffect(row.effect) },
        ]}
      />
      {awaiting > 0 && (
        <InsetText>
          {awaiting === 1 ? "One of these bids awaits" : `${awaiting} of these bids await`} sign-off.
        </InsetText>
      )}
      {refused > 0 && (
        <InsetText>
          All are changed, or none.{" "}
          {refused < rows.length && (
            <a className="govuk-link" href={withoutRefusedHref}>
              Go on without {refused === 1 ? "the one that cannot" : `the ${refused} that cannot`} be changed
            </a>
          )}
        </InsetText>
      )}
      <Form>
        {rows.map(({ id }) => (
          <HiddenField key={id} name="bidIds[]" value={id} />
        ))}
        {rows.map(({ id, version }) => (
          <HiddenField key={id} name="versions[]" value={version} />
        ))}
        {Object.entries(answers).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <ButtonGroup>
          {refused === 0 && changed > 0 && (
            <Button>{changed === 1 ? "Change 1 bid" : `Change ${changed} bids`}</Button>
          )}
          <a className="govuk-link" href={backHref}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </>
  );
}

function bidWords({ reference, title, awaitsSignOff }: PreviewRow): string {
  return `${reference} ${title}${awaitsSignOff ? " (awaits sign-off)" : ""}`;
}

function describeEffect(effect: BulkEffect): string {
  if ("refused" in effect) return effect.refused;
  return "same" in effect ? "No change" : effect.becomes;
}

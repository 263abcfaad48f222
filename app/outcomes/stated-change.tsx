import { Tag } from "#app/ui/govuk/tag.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { Change } from "./change.ts";

type Stated = { statedChange: string | null; change: Pick<Change, "stated"> };

/** The change in the words of its author, and whether the counts give the same. */
export function StatedChange({ measure }: { measure: Stated }) {
  const { stated } = measure.change;
  if (measure.statedChange === null && stated === null) return <NotRecorded />;
  return (
    <>
      {measure.statedChange !== null && `“${measure.statedChange}”`}
      {measure.statedChange !== null && stated !== null && <br />}
      {stated !== null && (
        <>
          {stated.text} {stated.agrees === false && <Tag colour="yellow">Different</Tag>}
        </>
      )}
    </>
  );
}

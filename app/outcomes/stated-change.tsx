import { Tag } from "#app/ui/govuk/tag.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { Measure } from "./measure.ts";

type Stated = Pick<Measure, "statedChange" | "change" | "differenceNote" | "parts">;

/** The change in the words of its author, and whether the counts, and the parts of the whole, give the same. */
export function StatedChange({ measure }: { measure: Stated }) {
  const { stated } = measure.change;
  const parts = measure.parts?.agrees === false ? measure.parts.text : null;
  if (measure.statedChange === null && stated === null && parts === null) return <NotRecorded />;
  const differs = stated?.agrees === false || parts !== null;
  const texts = [
    measure.statedChange !== null && `“${measure.statedChange}”`,
    stated?.text,
    parts,
    differs && measure.differenceNote !== null && `Why: ${measure.differenceNote}`,
  ].filter((text) => typeof text === "string");
  return (
    <>
      {texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
      {differs && <Tag colour="yellow">Different</Tag>}
    </>
  );
}

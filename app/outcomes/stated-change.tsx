import { Tag } from "#app/ui/govuk/tag.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { Measure } from "./measure.ts";
import { isStatedOtherwise, statedTexts } from "./measure-words.rules.ts";

type Stated = Pick<Measure, "statedChange" | "change" | "differenceNote" | "parts">;

/** The change in the words of its author, and whether the counts, and the parts of the whole, give the same. */
export function StatedChange({ measure }: { measure: Stated }) {
  const texts = statedTexts(measure);
  if (texts.length === 0) return <NotRecorded />;
  return (
    <>
      {texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
      {isStatedOtherwise(measure) && <Tag colour="yellow">Different</Tag>}
    </>
  );
}

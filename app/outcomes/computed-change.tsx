import { Tag } from "#app/ui/govuk/tag.tsx";
import type { Change } from "./change.ts";
import { computedWords } from "./measure-words.rules.ts";

/** What the counts give, and whether that is the good way. */
export function ComputedChange({ change }: { change: Change }) {
  return (
    <>
      {computedWords(change)} {change.verdict === "good" && <Tag colour="green">Better</Tag>}
      {change.verdict === "bad" && <Tag colour="orange">Worse</Tag>}
    </>
  );
}

import { Tag } from "#app/ui/govuk/tag.tsx";
import type { Measure } from "./measure.ts";
import { TARGET_STANDING_NAMES } from "./target.rules.ts";

const COLOURS = { met: "green", missed: "orange", "not-yet-known": "grey" } as const;

/** Whether a target is met, missed or not yet known, with the figures or the reason. */
export function Target({ target }: Pick<Measure, "target">) {
  if (target === null) return "No target";
  return (
    <>
      <Tag colour={COLOURS[target.standing]}>{TARGET_STANDING_NAMES[target.standing]}</Tag>
      <div>{target.text}</div>
    </>
  );
}

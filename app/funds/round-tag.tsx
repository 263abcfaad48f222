import { Tag, type TagColour } from "#app/ui/govuk/tag.tsx";
import { ROUND_STATE_NAMES, type RoundState } from "./round.rules.ts";

const COLOURS: Record<RoundState["kind"], TagColour> = {
  closing_soon: "yellow",
  open: "green",
  not_yet_open: "blue",
  unknown: "grey",
  closed: "grey",
  withdrawn: "grey",
};

/** Whether a round is open, in its one colour. */
export function RoundTag({ state }: { state: RoundState }) {
  return <Tag colour={COLOURS[state.kind]}>{ROUND_STATE_NAMES[state.kind]}</Tag>;
}

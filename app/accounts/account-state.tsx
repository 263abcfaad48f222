import { Tag, type TagColour } from "#app/ui/govuk/tag.tsx";
import { accountState } from "./account-state.rules.ts";

type AccountStateProps = { person: { isDisabled: boolean; hasPassword: boolean }; demo: boolean };

const COLOURS: Record<ReturnType<typeof accountState>, TagColour> = {
  Disabled: "grey",
  Invited: "yellow",
  Active: "green",
};

/** Whether a person can sign in. */
export function AccountState({ person, demo }: AccountStateProps) {
  const state = accountState(person, demo);
  return <Tag colour={COLOURS[state]}>{state}</Tag>;
}

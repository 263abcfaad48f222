import { Tag } from "#app/ui/govuk/tag.tsx";

type AccountStateProps = { person: { isDisabled: boolean; hasPassword: boolean }; demo: boolean };

/** Whether a person can sign in. In the demo nobody needs a password for that. */
export function AccountState({ person, demo }: AccountStateProps) {
  if (person.isDisabled) return <Tag colour="grey">Disabled</Tag>;
  if (!person.hasPassword && !demo) return <Tag colour="yellow">Invited</Tag>;
  return <Tag colour="green">Active</Tag>;
}

/** Whether a person can sign in. In the demo nobody needs a password for that. */
export function accountState(person: { isDisabled: boolean; hasPassword: boolean }, demo: boolean) {
  if (person.isDisabled) return "Disabled";
  return person.hasPassword || demo ? "Active" : "Invited";
}

/** An administrator looks after people and reference data and, by that alone, sees no bids and no awards. */
export function AdministratorLinks() {
  return (
    <>
      <h2 className="govuk-heading-m">Look after the register</h2>
      <ul className="govuk-list govuk-list--spaced">
        <li>
          <a className="govuk-link" href="/partnerships/choose">
            Choose partnerships from the official list
          </a>
        </li>
        <li>
          <a className="govuk-link" href="/people">
            People and their roles
          </a>
        </li>
        <li>
          <a className="govuk-link" href="/reference">
            Reference data
          </a>
        </li>
      </ul>
    </>
  );
}

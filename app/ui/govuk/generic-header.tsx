/** Whose service this is. Not the header of GOV.UK: no crown, no logotype. */
export function GenericHeader(props: { organisationName: string }) {
  return (
    <div className="govuk-generic-header">
      <div className="govuk-generic-header__container govuk-width-container">
        <div className="govuk-generic-header__logo">
          <a href="/" className="govuk-generic-header__homepage-link">
            {props.organisationName}
          </a>
        </div>
      </div>
    </div>
  );
}

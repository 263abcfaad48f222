type ContactProps = { organisationName: string; contactEmail: string | null };

/** Whom to write to. */
export function Contact({ organisationName, contactEmail }: ContactProps) {
  if (contactEmail === null) return <>an administrator of this service at {organisationName}</>;
  return (
    <>
      {organisationName} at{" "}
      <a className="govuk-link" href={`mailto:${contactEmail}`}>
        {contactEmail}
      </a>
    </>
  );
}

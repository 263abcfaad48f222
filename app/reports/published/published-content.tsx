import { formatDate, formatInstant } from "#app/core/calendar-date.ts";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { PageHeading } from "#app/ui/layout/page-layout.tsx";
import { filesOfKind, type Published } from "./published.ts";
import { paragraphsOf } from "./published-document.tsx";

type ContentProps = {
  published: Published;
  /** The address under which its files are. */
  filesAt: string;
  /** Who withdrew it, where somebody did: "by Jo Bloggs". */
  withdrawnBy: string;
};

/** A published report as it was handed out, under the notice of its withdrawal where there is one. */
export function PublishedContent({ published, filesAt, withdrawnBy }: ContentProps) {
  const { withdrawal, committee, meetingOn } = published;
  const meeting = [committee, meetingOn && formatDate(meetingOn)].filter(Boolean).join(", ");
  return (
    <>
      <PageHeading caption={published.partnership}>{published.title}</PageHeading>
      {withdrawal && (
        <WarningText>
          Withdrawn {formatInstant(withdrawal.at)} {withdrawnBy}. {withdrawal.reason}
        </WarningText>
      )}
      <p className="govuk-body">
        Published {formatInstant(published.publishedAt)}
        {meeting && ` for ${meeting}`}.
      </p>
      {paragraphsOf(published.introduction).map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
      <KeptBody html={published.bodyHtml} />
      <ul className="govuk-list app-no-print">
        {filesOfKind(published.report).map(({ name, words }) => (
          <li key={name}>
            <a className="govuk-link" href={`${filesAt}/${name}`}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A report as it is kept: made by this service, from escaped texts, and never changed since. */
export function KeptBody({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is the report itself, rendered by React
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

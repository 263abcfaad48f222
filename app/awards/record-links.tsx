import type { NamedAward } from "./award.ts";
import { awardWords } from "./draft-warnings.rules.ts";
import type { Named } from "./version.ts";

type RecordLinkProps = { to: string; record: Named };

/** A link to a record by its name. */
export function RecordLink({ to, record }: RecordLinkProps) {
  return (
    <a className="govuk-link" href={`/${to}/${record.id}`}>
      {record.name}
    </a>
  );
}

/** A link to a project, or its bare name where the person may not read more of it. */
export function ProjectLink({ project, readableIds }: { project: Named; readableIds: readonly number[] }) {
  return readableIds.includes(project.id) ? <RecordLink to="projects" record={project} /> : project.name;
}

/** A link to another award; of one that the person may not read no more than that it is another partnership's. */
export function AwardLink({ award, withTitle }: { award: NamedAward | null; withTitle?: boolean }) {
  if (award === null) return awardWords(award);
  return (
    <a className="govuk-link" href={`/awards/${award.id}`}>
      {award.reference}
      {withTitle && ` ${award.title}`}
    </a>
  );
}

/** Paragraphs of a text that may have several lines. */
export function Paragraphs({ text }: { text: string }) {
  return text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name and never move
    <p className="govuk-body govuk-!-margin-bottom-1" key={index}>
      {line}
    </p>
  ));
}

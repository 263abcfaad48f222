import { type Figure, type FigureKey, type FigureSource, sourcesOf, statedBefore } from "./figure-source.ts";

/** What the pages of a record know of its figures and of the attachments that state them. */
export type StatedFigures = {
  /** The record's own page; its attachments are below it. */
  href: string;
  figures: readonly Figure[];
  sources: readonly FigureSource[];
};

type SourceOfFigureProps = { stated: StatedFigures | undefined; of: FigureKey };

/** Beside a figure: "Source: Award letter, page 2", which leads to the attachment; nothing where none is stated. */
export function SourceOfFigure({ stated, of }: SourceOfFigureProps) {
  const own = stated ? sourcesOf(stated.sources, of) : [];
  if (stated === undefined || own.length === 0) return null;
  return (
    <span className="app-figure-source">
      Source:{" "}
      {own.map((source, index) => (
        <span key={source.id}>
          {index > 0 && "; "}
          <FigureSourceLink stated={stated} source={source} />
        </span>
      ))}
    </span>
  );
}

type FigureSourceLinkProps = { stated: StatedFigures; source: FigureSource };

/** "Award letter, page 2", which leads to the attachment, and what it stated where the figure has changed since. */
export function FigureSourceLink({ stated, source }: FigureSourceLinkProps) {
  const before = statedBefore(source, stated.figures);
  return (
    <>
      <a className="govuk-link" href={`${stated.href}/attachments/${source.attachmentId}`}>
        {source.title}
      </a>
      {source.place !== null && `, ${source.place}`}
      {before !== null && ` (stated for ${before})`}
      {source.isDeleted && " (deleted)"}
    </>
  );
}

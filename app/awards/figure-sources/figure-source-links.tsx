import type { FigureSource } from "./figure-source.ts";

type FigureSourceLinksProps = {
  awardId: number;
  versionNumber: number;
  /** Of all versions of the award. */
  sources: readonly FigureSource[];
  /** Whether the reader may state one. */
  mayState: boolean;
};

/** "Source of the amount: Award letter, page 2", and the way to state one. */
export function FigureSourceLinks({ awardId, versionNumber, sources, mayState }: FigureSourceLinksProps) {
  const own = sources.filter((source) => source.versionNumber === versionNumber);
  if (own.length === 0 && !mayState) return null;
  return (
    <p className="govuk-body-s">
      {own.length > 0 && "Source of the amount: "}
      {own.map((source, index) => (
        <span key={source.id}>
          {index > 0 && "; "}
          <FigureSourceLink awardId={awardId} source={source} />
        </span>
      ))}
      {own.length > 0 && mayState && ". "}
      {mayState && (
        <a className="govuk-link app-no-print" href={`/awards/${awardId}/versions/${versionNumber}/sources`}>
          {own.length > 0 ? "Change the source" : "State the source of the amount"}
        </a>
      )}
    </p>
  );
}

/** "Award letter, page 2", which leads to the attachment. */
export function FigureSourceLink({ awardId, source }: { awardId: number; source: FigureSource }) {
  return (
    <>
      <a className="govuk-link" href={`/awards/${awardId}/attachments/${source.attachmentId}`}>
        {source.title}
      </a>
      {source.place !== null && `, ${source.place}`}
      {source.isDeleted && " (deleted)"}
    </>
  );
}

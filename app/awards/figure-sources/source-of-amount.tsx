import { type FigureSource, SourceOfFigure, sourcesOf } from "#app/attachments/index.ts";
import type { Version } from "../version.ts";
import { figuresOfVersion } from "./figures-of-version.ts";

type SourceOfAmountProps = {
  awardId: number;
  version: Version;
  /** Of all versions of the award. */
  sources: readonly FigureSource[];
  /** Whether the reader may state one. */
  mayState: boolean;
};

/** "Source: Award letter, page 2", and the way to state one. */
export function SourceOfAmount({ awardId, version, sources, mayState }: SourceOfAmountProps) {
  const of = { figure: "awarded", versionId: version.id } as const;
  const isStated = sourcesOf(sources, of).length > 0;
  if (!isStated && !mayState) return null;
  const stated = { href: `/awards/${awardId}`, figures: figuresOfVersion(version), sources };
  return (
    <p className="govuk-body-s">
      <SourceOfFigure stated={stated} of={of} />
      {isStated && mayState && " "}
      {mayState && (
        <a className="govuk-link app-no-print" href={`/awards/${awardId}/versions/${version.number}/sources`}>
          {isStated ? "Change the source" : "State the source of the amount"}
        </a>
      )}
    </p>
  );
}

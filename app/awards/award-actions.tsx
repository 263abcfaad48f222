import { formatInstant } from "#app/core/calendar-date.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { VERSION_KINDS } from "./award.ts";
import type { SavedDraft } from "./drafts.queries.server.ts";
import { type OpenDimension, openWords } from "./open-dimensions.rules.ts";

type AwardActionsProps = {
  awardId: number;
  draft: Pick<SavedDraft, "kind" | "updatedAt" | "updatedBy"> | null;
  open: readonly OpenDimension[];
  mayDraft: boolean;
};

/** What is left to do with the award, and the way to do it for those who may. */
export function AwardActions({ awardId, draft, open, mayDraft }: AwardActionsProps) {
  const left = openWords(open);
  return (
    <>
      {left && <p className="govuk-body">Still to apportion: {left.toLowerCase()}</p>}
      {draft && (
        <p className="govuk-body">
          {`Draft of the next version (${VERSION_KINDS[draft.kind].name.toLowerCase()}), saved ${formatInstant(draft.updatedAt)}${draft.updatedBy ? ` by ${draft.updatedBy}` : ""}. It does not count until it is sealed.`}
        </p>
      )}
      {mayDraft && <Buttons awardId={awardId} hasDraft={draft !== null} isOpen={left !== null} />}
    </>
  );
}

function Buttons(props: { awardId: number; hasDraft: boolean; isOpen: boolean }) {
  const next = `/awards/${props.awardId}/next-version`;
  if (props.hasDraft) {
    return (
      <ButtonGroup>
        <LinkButton href={`/awards/${props.awardId}/lines`}>Continue the draft</LinkButton>
        <LinkButton href={next} secondary>
          Change its details
        </LinkButton>
      </ButtonGroup>
    );
  }
  return (
    <ButtonGroup>
      {props.isOpen && <LinkButton href={`${next}?kind=apportionment`}>Apportion this award</LinkButton>}
      <LinkButton href={next} secondary={props.isOpen}>
        Record a change
      </LinkButton>
      <LinkButton href={`/awards/${props.awardId}/move-money`} secondary>
        Move money
      </LinkButton>
    </ButtonGroup>
  );
}

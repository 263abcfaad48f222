import { formatInstant } from "#app/core/calendar-date.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { VERSION_KINDS } from "./award.ts";
import type { SavedDraft } from "./drafts.queries.server.ts";
import { askedWords } from "./four-eyes/four-eyes.rules.ts";
import { type OpenDimension, openWords } from "./open-dimensions.rules.ts";

type AwardActionsProps = {
  awardId: number;
  draft: Pick<SavedDraft, "kind" | "updatedAt" | "updatedBy" | "amountPence" | "asked"> | null;
  open: readonly OpenDimension[];
  mayDraft: boolean;
};

/** What is left to do with the award, and the way to do it for those who may. */
export function AwardActions({ awardId, draft, open, mayDraft }: AwardActionsProps) {
  const left = openWords(open);
  return (
    <>
      {left && <p className="govuk-body">Still to apportion: {left.toLowerCase()}</p>}
      {draft?.asked && (
        <InsetText>
          The next version ({VERSION_KINDS[draft.kind].name.toLowerCase()},{" "}
          <Money pence={draft.amountPence} />) waits: {askedWords(draft.asked)}. Until then the version in
          force counts.
        </InsetText>
      )}
      {draft && (
        <p className="govuk-body">
          {`Draft of the next version (${VERSION_KINDS[draft.kind].name.toLowerCase()}), saved ${formatInstant(draft.updatedAt)}${draft.updatedBy ? ` by ${draft.updatedBy}` : ""}. It does not count until it is sealed.`}
        </p>
      )}
      {mayDraft && (
        <Buttons
          awardId={awardId}
          hasDraft={draft !== null}
          isAsked={draft?.asked != null}
          isOpen={left !== null}
        />
      )}
    </>
  );
}

function Buttons(props: { awardId: number; hasDraft: boolean; isAsked: boolean; isOpen: boolean }) {
  const next = `/awards/${props.awardId}/next-version`;
  if (props.hasDraft) {
    return (
      <ButtonGroup>
        {props.isAsked ? (
          <LinkButton href={`/awards/${props.awardId}/seal`}>Check the next version</LinkButton>
        ) : (
          <LinkButton href={`/awards/${props.awardId}/lines`}>Continue the draft</LinkButton>
        )}
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

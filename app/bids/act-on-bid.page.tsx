import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import {
  actionFor,
  invalid,
  loaderFor,
  numericId,
  type PageArgs,
  redirectTo,
} from "#app/platform/page.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { listTasks } from "#app/tasks/index.server.ts";
import type { Task } from "#app/tasks/index.ts";
import { keepsTyped, showsTyped } from "#app/typed-forms/index.server.ts";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { ActionFields } from "./action-fields.tsx";
import { getBid } from "./bid.queries.server.ts";
import { actionSchema } from "./bid.schema.ts";
import { actionHref } from "./bid-actions.tsx";
import { BidSummary } from "./bid-summary.tsx";
import { BID_ACTION_WORDS } from "./bid-words.ts";
import { getBidContent } from "./content/content.queries.server.ts";
import { ContentSummary } from "./content/content-summary.tsx";
import { ownAction, requireMove } from "./own-action.server.ts";
import { getRoundCheck } from "./round-check/round-check.queries.server.ts";
import { RoundCheckList } from "./round-check/round-check-list.tsx";
import { findShownSignOff } from "./sign-off/shown-sign-off.server.ts";
import { ChangedSinceAsked, ChangedSinceLastSigned } from "./sign-off/sign-off-changes.tsx";
import { CHANGED_SINCE_ASKED } from "./sign-off/sign-off-words.ts";
import { takeBidAction } from "./take-bid-action.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => BID_ACTION_WORDS[data.move].label);

export const loader = loaderFor("register.read", showsTyped(show));
export const action = actionFor("register.read", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const bid = await getBid(context, numericId(params.id));
  const move = ownAction(params.action);
  if (move === null) throw redirectTo(actionHref(bid.id, requireMove(context, bid, params.action)));
  requireMove(context, bid, move);
  const projects = await listProjects(context, { ids: bid.projects.map(({ id }) => id) });
  const content = move === "sign_off" ? await getBidContent(context, bid.id) : null;
  return {
    bid,
    move,
    content,
    signOff: move === "sign_off" ? await findShownSignOff(context, bid) : null,
    check: content && (await getRoundCheck(context, bid, content)),
    readableProjectIds: projects.map(({ id }) => id),
    openTasks: move === "withdraw" ? (await listTasks(context.db.read, { bidId: bid.id })).open : [],
  };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const move = ownAction(params.action);
  if (move === null) throw redirectTo(`/bids/${id}`);
  const form = parseForm(actionSchema(move), await formData());
  if (!form.ok) return invalid(form);
  const { version, ...answers } = form.data;
  return answerForm(form, takeBidAction(context, id, version, move, answers), () =>
    redirectTo(`/bids/${id}`, { message: BID_ACTION_WORDS[move].done }),
  );
}

export default function ActOnBid() {
  const { bid, move, content, signOff, check, readableProjectIds, openTasks } =
    useLoaderData<typeof loader>();
  const typed = useTypedForm();
  const form = useFormPage({
    schema: actionSchema(move),
    defaults: { version: String(bid.version) },
    result: typed.result,
  });
  const words = BID_ACTION_WORDS[move];
  const isChanged = signOff !== null && signOff.outcome === null && signOff.differences.length > 0;
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>{words.label}</PageHeading>
      {isChanged && <InsetText>{CHANGED_SINCE_ASKED}.</InsetText>}
      {signOff && <ChangedSinceAsked signOff={signOff} />}
      {signOff && <ChangedSinceLastSigned bidId={bid.id} signOff={signOff} />}
      <RoundCheckList bidId={bid.id} check={check} mayAgree={false} />
      {(move === "sign_off" || form.stale) && (
        <BidSummary bid={bid} readableProjectIds={readableProjectIds} />
      )}
      {content && <ContentSummary bidId={bid.id} content={content} requestedPence={bid.requestedPence} />}
      <OpenTasks bidId={bid.id} tasks={openTasks} />
      <KeptForm form={form} typed={typed}>
        {!isChanged && <ActionFields form={form} action={move} />}
        <ButtonGroup>
          {isChanged ? (
            <a className="govuk-link" href={actionHref(bid.id, "send_back")}>
              {BID_ACTION_WORDS.send_back.label}
            </a>
          ) : (
            <Button warning={move === "withdraw"}>{words.label}</Button>
          )}
          <a className="govuk-link" href={`/bids/${bid.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}

/** What is still to be done on a bid that is about to be withdrawn: it stays to be done until somebody settles it. */
function OpenTasks({ bidId, tasks }: { bidId: number; tasks: readonly Task[] }) {
  if (tasks.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        {tasks.length === 1
          ? "1 task of this bid is open, and stays so until it is settled:"
          : `${tasks.length} tasks of this bid are open, and stay so until they are settled:`}
      </p>
      <ul className="govuk-list govuk-!-margin-bottom-0">
        {tasks.map(({ id, what, assignee }) => (
          <li key={id}>
            <a className="govuk-link" href={`/bids/${bidId}/tasks/${id}/settle`}>
              {what}
            </a>{" "}
            ({assignee})
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

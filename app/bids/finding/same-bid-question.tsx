import { Form } from "#app/ui/forms/form.tsx";
import type { FormValue, FormValues } from "#app/ui/forms/form-values.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { BidStatusTag } from "../bid-status-tag.tsx";
import type { SimilarBid } from "./similar-bids.queries.server.ts";

type SameBidQuestionProps = {
  similar: readonly SimilarBid[];
  values: FormValues;
  /** What was typed is kept until it is saved. */
  kept?: boolean;
  /** The bid that is there already and is changed. */
  changed?: { reference: string };
};

/** Asked where a bid like the one just entered is there already. Everything that was typed waits in the form. */
export function SameBidQuestion({ similar, values, kept, changed }: SameBidQuestionProps) {
  return (
    <PageLayout>
      <PageHeading caption={changed?.reference ?? "New bid"}>Is this the same bid?</PageHeading>
      <p className="govuk-body">
        {similar.length === 1 ? "A bid" : "Bids"} to the same round with a title like yours{" "}
        {similar.length === 1 ? "is" : "are"} in the register already. {changed ? "Your change" : "Yours"} has
        not been saved yet.
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {similar.map((bid) => (
          <li key={bid.id}>
            <a className="govuk-link" href={`/bids/${bid.id}`}>
              {bid.reference} {bid.title}
            </a>{" "}
            <BidStatusTag status={bid.status} />
          </li>
        ))}
      </ul>
      <Form>
        {kept && <HiddenField name="kept" value="yes" />}
        {hiddenFields(values).map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list has its name several times, and nothing moves
          <HiddenField key={index} name={name} value={value} />
        ))}
        <ButtonGroup>
          <Button name="sameBid" value="no">
            No, it is another: save it
          </Button>
          <Button name="sameBid" value="change" secondary>
            Change my answers
          </Button>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}

/** The names and values of a form as it was sent. */
function hiddenFields(values: FormValues): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    ["sameBid", "form-key", "kept"].includes(name) ? [] : fieldsOf(name, value),
  );
}

function fieldsOf(name: string, value: FormValue): [string, string][] {
  if (typeof value === "string") return [[name, value]];
  if (Array.isArray(value)) {
    return value.flatMap((item) =>
      typeof item === "string" ? [[`${name}[]`, item] as [string, string]] : [],
    );
  }
  return Object.entries(value).flatMap(([part, text]) =>
    typeof text === "string" ? [[`${name}-${part}`, text] as [string, string]] : [],
  );
}

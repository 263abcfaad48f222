import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { TypedNotice } from "#app/typed-forms/index.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { keepTyped } from "#app/ui/forms/keep-typed.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import type { TypedInto } from "#app/ui/forms/use-typed-values.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import type { Bid } from "../bid.ts";
import type { SectionName } from "./content.ts";
import { SECTIONS, sectionHref } from "./sections.ts";
import { useTypedBefore } from "./use-section-result.ts";

type SectionFormProps = {
  bid: Pick<Bid, "id" | "reference" | "title">;
  section: SectionName;
  form: ReturnType<typeof useFormPage>;
  typedInto?: TypedInto;
  /** What stands over the questions. */
  intro?: ReactNode;
  /** The rows as somebody else saved them while these were typed. */
  now?: ReactNode;
  children: ReactNode;
};

/** The page of one section: its questions, whether it is complete, and the way back to the bid. */
export function SectionForm(props: SectionFormProps) {
  const { bid, section, form } = props;
  const before = useTypedBefore();
  const saves = useRef<HTMLButtonElement>(null);
  const [keepsAt, showsKept] = [`${sectionHref(bid.id, section)}/typed`, before !== null || form.kept];
  useEffect(() => {
    const typedInto = saves.current?.form;
    return typedInto ? keepTyped(typedInto, keepsAt, showsKept) : undefined;
  }, [keepsAt, showsKept]);
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>{SECTIONS[section].title}</PageHeading>
      <TypedNotice before={before} kept={form.kept} />
      {props.intro}
      <Form {...form.props} {...props.typedInto}>
        <DefaultButton of={saves} />
        {props.now && (
          <>
            <h2 className="govuk-heading-m">In the register now</h2>
            {props.now}
          </>
        )}
        {props.children}
        <Checkboxes
          {...form.flag("isComplete")}
          items={[{ value: "yes", text: "This section is complete" }]}
        />
        <ButtonGroup>
          {/* Sent without being read here first: what cannot be saved is kept by the server. */}
          <Button name="intent" value="save" formNoValidate>
            Save and go back to the bid
          </Button>
          <a className="govuk-link" href={`/bids/${bid.id}`}>
            Leave without saving
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}

/** The Enter key presses the first button of a form: here it saves, instead of removing the first row. */
function DefaultButton({ of }: { of: RefObject<HTMLButtonElement> }) {
  return (
    <button
      ref={of}
      type="submit"
      name="intent"
      value="save"
      className="govuk-visually-hidden"
      tabIndex={-1}
      aria-hidden="true"
      formNoValidate
    >
      Save and go back to the bid
    </button>
  );
}

import { type FormProps, Form as FrameworkForm, useLocation, useRouteLoaderData } from "@remix-run/react";
import { forwardRef } from "react";
import { HiddenField } from "../govuk/hidden-field.tsx";
import { InsetText } from "../govuk/inset-text.tsx";

type OwnFormProps = FormProps & {
  /** The version of the record that the page showed. */
  version?: string;
  /**
   * Set where somebody else changed the record meanwhile: how many answers are not what it says now, and whether they
   * are kept by the register, so that the page would show them again.
   */
  stale?: { differing: number; kept: boolean };
};

/**
 * A form that posts to the service. It carries the key of this showing of the page, by which the server knows a second
 * press, or a browser that tries again, from a second record; and the version of the record that it changes.
 */
export const Form = forwardRef<HTMLFormElement, OwnFormProps>(function Form(
  { children, version, stale, ...props },
  ref,
) {
  const root = useRouteLoaderData("root") as { formKey?: string } | undefined;
  return (
    <FrameworkForm method="post" reloadDocument {...props} ref={ref}>
      {root?.formKey ? <HiddenField name="form-key" value={root.formKey} /> : null}
      {version === undefined ? null : <HiddenField name="version" value={version} />}
      {stale ? <TwoVersions {...stale} /> : null}
      {children}
    </FrameworkForm>
  );
});

/** The name in the address of a page that shows what the register says, and not what its reader typed before. */
export const LEAVE_TYPED = "leave-typed";

/** What there is to choose from where two people changed one record. Each question shows what differs beside it. */
function TwoVersions({ differing, kept }: { differing: number; kept: boolean }) {
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  if (kept) params.set(LEAVE_TYPED, "yes");
  const now = params.size === 0 ? pathname : `${pathname}?${params}`;
  return (
    <InsetText>
      <p className="govuk-body">{differingText(differing)}</p>
      <p className="govuk-body govuk-!-margin-bottom-0">
        <a className="govuk-link" href={now}>
          Leave my answers and take what the register says now
        </a>
      </p>
    </InsetText>
  );
}

function differingText(count: number): string {
  if (count === 0) return "This page now shows what the register says. What you typed is kept below.";
  const differ = count === 1 ? "1 of your answers differs" : `${count} of your answers differ`;
  return `${differ} from what the register says now, which stands with each. Save again to put yours in its place.`;
}

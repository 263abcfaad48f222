import { type FormProps, Form as FrameworkForm, useRouteLoaderData } from "@remix-run/react";
import { HiddenField } from "../govuk/hidden-field.tsx";

/**
 * A form that posts to the service. It carries the key of this showing of the page, by which the server knows a second
 * press, or a browser that tries again, from a second record.
 */
export function Form({ children, ...props }: FormProps) {
  const root = useRouteLoaderData("root") as { formKey?: string } | undefined;
  return (
    <FrameworkForm method="post" reloadDocument {...props}>
      {root?.formKey ? <HiddenField name="form-key" value={root.formKey} /> : null}
      {children}
    </FrameworkForm>
  );
}

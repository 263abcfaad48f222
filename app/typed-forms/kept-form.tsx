import type { ReactNode } from "react";
import { Form } from "#app/ui/forms/form.tsx";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { TypedNotice } from "./typed-notice.tsx";
import type { useTypedForm } from "./use-typed-form.ts";

type KeptFormProps = {
  form: ReturnType<typeof useFormPage>;
  typed: ReturnType<typeof useTypedForm>;
  /** What there is in place of what was typed. */
  instead?: string;
  children: ReactNode;
};

/** A form that keeps what is typed into it, under what there is to say of what it kept before. */
export function KeptForm({ form, typed, instead, children }: KeptFormProps) {
  return (
    <>
      <TypedNotice before={typed.before} kept={form.kept} instead={instead} />
      <Form {...form.props} ref={typed.form}>
        {typed.carries && <HiddenField name="kept" value="yes" />}
        {children}
      </Form>
    </>
  );
}

import { useLoaderData } from "@remix-run/react";
import { useEffect, useMemo, useRef } from "react";
import { keepTyped } from "#app/ui/forms/keep-typed.ts";
import type { FormFailure } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import type { TypedForm } from "./typed-form.ts";

/**
 * What a form starts with that keeps what is typed into it: what was just sent and refused, or else what its reader
 * typed before and left. The page's loader gives `typed`.
 * @param address of the form.
 */
export function useTypedForm(address: string) {
  const refused = useFormResult();
  const { typed } = useLoaderData() as { typed: TypedForm | null };
  const form = useRef<HTMLFormElement>(null);
  const isKept = typed !== null;
  useEffect(
    () =>
      form.current ? keepTyped(form.current, `${address}/typed`, isKept, { saysWhich: true }) : undefined,
    [address, isKept],
  );
  const result = useMemo((): FormFailure | undefined => {
    if (refused) return isKept ? { ...refused, kept: true } : refused;
    return typed ? { ok: false, values: typed.values, errors: {}, kept: true } : undefined;
  }, [refused, typed, isKept]);
  return {
    /** For `<Form>`. */
    form,
    /** For `useFormPage`. */
    result,
    /** What the reader typed before and left, where the form shows it. */
    before: refused ? null : typed,
    /** When what is kept was typed, for the form to carry; null where nothing is. */
    typedAt: typed?.at ?? null,
  };
}

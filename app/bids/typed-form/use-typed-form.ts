import { useLoaderData } from "@remix-run/react";
import { useEffect, useMemo, useRef } from "react";
import { keepTyped } from "#app/ui/forms/keep-typed.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import { resultOf } from "../content/use-section-result.ts";
import { slotOf, type TypedForm } from "./typed-form.ts";

/**
 * What a form starts with that keeps what is typed into it: what was just sent and refused, or else what its reader
 * typed before and left. The page's loader gives `typed`.
 * @param address of the form.
 */
export function useTypedForm(address: string) {
  const refused = useFormResult();
  const { typed: kept } = useLoaderData() as { typed: TypedForm | null };
  const typed = kept?.isLeft ? null : kept;
  const form = useRef<HTMLFormElement>(null);
  // A new bid has a place of its own, which only the form knows while it is refused.
  const isRefusedKept = refused !== undefined && slotOf(refused.values) !== null;
  const showsKept = typed !== null || isRefusedKept;
  useEffect(
    () =>
      form.current ? keepTyped(form.current, `${address}/typed`, showsKept, { saysWhich: true }) : undefined,
    [address, showsKept],
  );
  const result = useMemo(
    () => (refused && isRefusedKept ? { ...refused, kept: true as const } : resultOf(refused, typed)),
    [refused, isRefusedKept, typed],
  );
  return {
    /** For `<Form>`. */
    form,
    /** For `useFormPage`. */
    result,
    /** What the reader typed before and left, where the form shows it. */
    before: refused ? null : typed,
    /** For the form to carry where something is kept of it, that goes once it is accepted. */
    carries: kept !== null || isRefusedKept,
  };
}

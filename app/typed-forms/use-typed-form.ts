import { useLoaderData, useLocation, useMatches } from "@remix-run/react";
import { useEffect, useMemo, useRef } from "react";
import { keepTyped } from "#app/ui/forms/keep-typed.ts";
import type { FormFailure } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import { resultOf, type TypedForm } from "./typed-form.ts";

type TypedFormOptions = {
  /** The address that takes what is typed, where the form's own page does not. */
  keepsAt?: string;
  /** A refused form that is kept where this showing of the page does not find it. */
  isKept?: (refused: FormFailure) => boolean;
};

/**
 * What a form starts with that keeps what is typed into it: what was just sent and refused, or else what its reader
 * typed before and left. The page's loader gives `typed`.
 */
export function useTypedForm({ keepsAt, isKept = () => false }: TypedFormOptions = {}) {
  const refused = useFormResult();
  const { typed: kept } = useLoaderData() as { typed: TypedForm | null };
  const typed = kept?.isLeft ? null : kept;
  const form = useRef<HTMLFormElement>(null);
  const own = useOwnAddress();
  const address = keepsAt ?? own;
  const isRefusedKept = refused !== undefined && isKept(refused);
  const showsKept = typed !== null || isRefusedKept;
  useEffect(
    () => (form.current ? keepTyped(form.current, address, showsKept, { saysWhich: true }) : undefined),
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

/** The form's own page, asked for no more than what its action answers. */
function useOwnAddress(): string {
  const { pathname } = useLocation();
  const page = useMatches().at(-1)?.id ?? "";
  return `${pathname}?_data=${encodeURIComponent(page)}`;
}

import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { resultOf } from "#app/typed-forms/index.ts";
import type { FormFailure } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import type { TypedSection } from "./typed-section.server.ts";

/**
 * What the form of a section starts with in place of what is saved: what was just typed and refused, or else what the
 * reader typed before, could not save and left.
 */
export function useSectionResult(): FormFailure | undefined {
  const refused = useFormResult();
  const { typed } = useLoaderData() as { typed: TypedSection | null };
  return useMemo(() => resultOf(refused, typed), [refused, typed]);
}

/** What the reader typed before and left, where the form shows it. */
export function useTypedBefore(): TypedSection | null {
  const refused = useFormResult();
  const { typed } = useLoaderData() as { typed: TypedSection | null };
  return refused ? null : typed;
}

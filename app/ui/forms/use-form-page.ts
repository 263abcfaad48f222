import { zodResolver } from "@hookform/resolvers/zod";
import { useActionData } from "@remix-run/react";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { type FieldValues, useForm } from "react-hook-form";
import type { z } from "zod";
import { askBeforeLeaving } from "./ask-before-leaving.ts";
import { errorList, flatMessages } from "./error-list.ts";
import { datePartsAt, type FormValues, fieldId, formValues, textAt, textsAt } from "./form-values.ts";
import { differingAnswers, nowAt, rowsNow } from "./now-values.ts";
import type { FormFailure } from "./parse-form.ts";

/** What the action of this page answered, where it refused the form. */
export function useFormResult(): FormFailure | undefined {
  const result = useActionData() as FormFailure | undefined;
  return result?.ok === false ? result : undefined;
}

type FormPage = {
  schema: z.ZodType;
  /**
   * What the fields start with: of a form that changes a record, what the record says now, its `version` with it, which
   * the form then carries by itself.
   */
  defaults?: FormValues;
  /**
   * From `useFormResult`; after a refusal its values take the place of the defaults. Where somebody else changed the
   * record meanwhile, each field also shows what it says now, and saving again replaces that.
   */
  result?: FormFailure;
};

/** Two presses of a button closer together than this, in milliseconds, are one. */
const DOUBLE_PRESS = 1000;

/** Of a form that does something with a record and answers no question about it, such as a receipt or a signature. */
const STALE_ACT =
  "Somebody else changed this since you opened the page. Nothing of yours was saved. Look at what is there now before you send it again: it comes on top of that and replaces nothing";

/**
 * The state of a form page. What is typed lives in the form, not in React, and the browser posts the form itself, so
 * the body is the same with and without JavaScript. With it, the schema reads that same form first and answers at once.
 */
export function useFormPage({ schema, defaults = {}, result }: FormPage) {
  const typed = useRef<FormValues>({});
  const readyToPost = useRef(false);
  const postedAt = useRef(Number.NEGATIVE_INFINITY);
  const [refusedHere, setRefusedHere] = useState<FormValues | null>(null);
  const { handleSubmit, formState } = useForm({
    reValidateMode: "onSubmit",
    shouldFocusError: false,
    resolver: (_registered, context, options) =>
      zodResolver(schema as z.ZodType<FieldValues, FieldValues>)(typed.current, context, options),
  });
  const found = formState.errors;
  const now = result?.stale ? defaults : null;
  const isAct = now !== null && Object.keys(now).every((name) => name === "version");
  const messages = useMemo(() => {
    if (refusedHere) return flatMessages(found);
    return isAct ? { form: STALE_ACT } : (result?.errors ?? {});
  }, [refusedHere, found, result, isAct]);
  const values = result ? { ...result.values, ...versionOf(now) } : defaults;
  const errors = useMemo(
    () => errorList(messages, refusedHere ?? result?.values ?? {}),
    [messages, refusedHere, result],
  );
  useEffect(() => titleWithErrors(errors.length > 0), [errors]);
  useEffect(() => askBeforeLeaving(result !== undefined && !result.stale && !result.kept), [result]);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const form = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (event.timeStamp - postedAt.current < DOUBLE_PRESS) {
      event.preventDefault();
      return;
    }
    if (readyToPost.current || submitter?.hasAttribute("formnovalidate")) {
      postedAt.current = event.timeStamp;
      return;
    }
    typed.current = formValues(new FormData(form, submitter));
    // A browser ignores `requestSubmit` until it has done with the event that led here.
    const post = () => setTimeout(() => postNow(form, submitter));
    void handleSubmit(post, () => setRefusedHere(typed.current))(event);
  }

  function postNow(form: HTMLFormElement, submitter: HTMLElement | null): void {
    readyToPost.current = true;
    form.requestSubmit(submitter);
    readyToPost.current = false;
  }

  const common = (path: string) => ({
    id: fieldId(path),
    error: messages[path],
    now: nowAt(path, values, now),
  });
  const kept = result?.kept === true;
  const stale = now === null ? undefined : { differing: differingAnswers(values, now), kept };
  return {
    /** For `<Form>` of the framework: a native POST, without the browser's own validation. */
    props: {
      method: "post",
      noValidate: true,
      reloadDocument: true,
      onSubmit,
      version: textAt(values, "version") || undefined,
      stale,
    } as const,
    /** True where somebody else changed the record after the form was opened. */
    stale: stale !== undefined,
    /** What was typed and refused is kept by the register. */
    kept,
    /** The rows of a list as the register has them now, where that is not what was typed; null everywhere else. */
    rowsNow: (path: string) => rowsNow(path, values, now),
    /** For `<ErrorSummary>`. */
    errors,
    /** What the fields start with. */
    values,
    /** For a field of one text: Input, Textarea, MoneyInput, Select, Radios. */
    field: (path: string) => ({ name: path, defaultValue: textAt(values, path), ...common(path) }),
    /** For a DateInput. */
    date: (path: string) => ({
      name: path,
      defaultValue: datePartsAt(values, path) ?? { day: "", month: "", year: "" },
      ...common(path),
    }),
    /** For Checkboxes that give a list. */
    choices: (path: string) => ({ name: `${path}[]`, defaultValues: textsAt(values, path), ...common(path) }),
    /** For Checkboxes with the single value "yes". */
    flag: (path: string) => ({
      name: path,
      defaultValues: [textAt(values, path)].filter((text) => text !== ""),
      ...common(path),
    }),
  };
}

/** A form that is sent again knows of the version that it has shown. */
function versionOf(now: FormValues | null): FormValues {
  return now?.version === undefined ? {} : { version: now.version };
}

function titleWithErrors(wrong: boolean): void {
  const title = document.title.replace(/^Error: /, "");
  document.title = wrong ? `Error: ${title}` : title;
}

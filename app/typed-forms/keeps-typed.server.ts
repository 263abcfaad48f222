import { ForbiddenError } from "#app/platform/errors.ts";
import { type PageArgs, redirectTo } from "#app/platform/page.server.ts";
import { contextOf } from "#app/platform/request-context.server.ts";
import { LEAVE_TYPED } from "#app/ui/forms/form.tsx";
import { formValues, textAt } from "#app/ui/forms/form-values.ts";
import { findTypedForm, followSent, isSaved, takeTyped, throwAwayTypedForm } from "./typed-form.server.ts";

/** What a page loads to show its form; it throws where there is no such form for the actor. */
type Show<Shown> = (args: PageArgs) => Promise<Shown>;

/** For the loader of a page whose form keeps what is typed into it: what it shows, and what is kept of its form. */
export function showsTyped<Shown extends object>(show: Show<Shown>) {
  return async (args: PageArgs) => {
    const shown = await show(args);
    const kept = await findTypedForm(args.context, args.url.pathname);
    return { ...shown, typed: kept && { ...kept, isLeft: args.url.searchParams.has(LEAVE_TYPED) } };
  };
}

/**
 * For the action of that page: takes what the page sends of itself while somebody types, throws it away when they ask
 * for that, and follows what becomes of the form that is sent. Only for who is shown the form.
 * @param mayType where the page is shown to more people than its form: whether this one has it.
 */
export function keepsTyped<Shown, Answer>(
  show: Show<Shown>,
  act: (args: PageArgs) => Promise<Answer>,
  mayType: (shown: Shown) => boolean = () => true,
) {
  return async (args: PageArgs) => {
    const form = args.url.pathname;
    const values = formValues(await args.formData());
    if ("shown-form" in values) {
      if (!mayType(await show(args))) throw new ForbiddenError("form");
      return takeTyped(args.context, form, values);
    }
    const reader = await contextOf(args.platform);
    if (textAt(values, "intent") === "throw-away") {
      await throwAwayTypedForm(reader, form);
      return redirectTo(form + args.url.search);
    }
    const answer = await act(args);
    if (isSaved(answer) || (await show(args).then(mayType, () => false)))
      await followSent(reader, form, values, answer);
    return answer;
  };
}

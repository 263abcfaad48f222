/**
 * Has the browser ask before a page is left on which something was typed into a form and not sent. It listens for that
 * from the first typing on alone, so that a page which is only read is still kept for the way back. Sending the form and
 * the link beside its button that leaves without saving need no question.
 * @param typed what was typed stands in the form already, and was refused. @returns ends it.
 */
export function askBeforeLeaving(typed: boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const begin = () => window.addEventListener("beforeunload", ask);
  const end = () => window.removeEventListener("beforeunload", ask);
  const onInput = ({ target }: Event) => {
    if (isPosted(elementOf(target)?.closest("form"))) begin();
  };
  const onSubmit = ({ target, defaultPrevented }: Event) => {
    if (!defaultPrevented && isPosted(elementOf(target))) end();
  };
  if (typed) begin();
  window.addEventListener("input", onInput);
  window.addEventListener("submit", onSubmit);
  return () => {
    end();
    window.removeEventListener("input", onInput);
    window.removeEventListener("submit", onSubmit);
  };
}

function elementOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target : null;
}

function isPosted(form: Element | null | undefined): boolean {
  return form instanceof HTMLFormElement && form.method === "post";
}

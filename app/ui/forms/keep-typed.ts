/** While somebody types, what they typed is kept this often, in milliseconds. */
const EVERY = 3000;

/** So many characters a browser still sends, as an encoded form, of a page that is left. */
const MOST_WHEN_LEFT = 60_000;

/** Fields of a form that belong to its showing or to its buttons, not to what was typed. */
const NOT_TYPED = ["form-key", "intent", "kept"];

/**
 * Sends what is typed into a form to an address that keeps it, without pressing a button: every few seconds while
 * somebody types, and as the page is left. What stands there as it was shown is not sent; where it was changed back to
 * that, the address is told so in its place. Once the form itself is sent, this has nothing more to do.
 * @param showsKept what the page shows is what was kept before, and is not saved.
 * @param options.saysWhich the address is told which showing of the form it is, by its key. @returns ends it.
 */
export function keepTyped(
  form: HTMLFormElement,
  address: string,
  showsKept: boolean,
  { saysWhich = false } = {},
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent: string | null = null;
  let sending = new AbortController();

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    const isChanged = hasChanged(form);
    if (!isChanged && sent === null) return;
    const typed = isChanged || showsKept ? typedIn(form) : UNCHANGED;
    if (typed !== sent) void post(typed, sending.signal);
  }

  async function post(typed: string, signal: AbortSignal): Promise<void> {
    sent = typed;
    // A page that is left may send only little; more is sent as long as the browser lets it.
    const keepalive = typed.length < MOST_WHEN_LEFT;
    const body = new URLSearchParams(typed);
    if (saysWhich) body.set("shown-form", String(new FormData(form).get("form-key") ?? ""));
    const request = { method: "POST", body, signal, keepalive };
    const isKept = await fetch(address, request).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isKept && !signal.aborted && sent === typed) sent = FAILED;
  }

  function onInput(): void {
    timer ??= setTimeout(send, EVERY);
  }

  function onSubmit(event: Event): void {
    if (event.defaultPrevented || event.target !== form) return;
    clearTimeout(timer);
    timer = undefined;
    sending.abort();
    sending = new AbortController();
    sent = typedIn(form);
  }

  function onHidden(): void {
    if (document.visibilityState === "hidden") send();
  }

  form.addEventListener("input", onInput);
  window.addEventListener("submit", onSubmit);
  window.addEventListener("pagehide", send);
  document.addEventListener("visibilitychange", onHidden);
  return () => {
    clearTimeout(timer);
    form.removeEventListener("input", onInput);
    window.removeEventListener("submit", onSubmit);
    window.removeEventListener("pagehide", send);
    document.removeEventListener("visibilitychange", onHidden);
  };
}

/** What is sent of a form that stands as it was shown again. */
const UNCHANGED = "intent=unchanged";

/** No form says this: it is sent again. */
const FAILED = "";

function typedIn(form: HTMLFormElement): string {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !NOT_TYPED.includes(name)) typed.append(name, value);
  }
  return typed.toString();
}

/** True where a field of the form is not what the page came with, whenever it was typed. */
function hasChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement) return hasChangedChoice(field);
    if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  });
}

function hasChangedChoice(select: HTMLSelectElement): boolean {
  const shown = [...select.options].findIndex((option) => option.defaultSelected);
  return select.selectedIndex !== Math.max(shown, 0);
}

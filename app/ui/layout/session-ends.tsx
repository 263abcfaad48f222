import { useContext, useEffect, useRef, useState } from "react";
import { WarningText } from "../govuk/warning-text.tsx";
import { SessionLeftContext } from "./session-left.ts";

const WARN_MINUTES = 5;
const MINUTE_MS = 60_000;

/** A browser takes a longer timer for none at all. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type State = "fresh" | "ends soon" | "over";

/**
 * Warns on a page with scripts before its reader is signed out, and lets them stay. Without scripts a form may be sent
 * late all the same: what was typed is then kept while they sign in again.
 */
export function SessionEnds() {
  const session = useContext(SessionLeftContext);
  const [state, setState] = useState<State>("fresh");
  const [stays, setStays] = useState(0);
  const openedAt = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: to stay starts the idle time anew
  useEffect(() => {
    if (!session) return;
    openedAt.current ||= Date.now();
    const inAll = session.inAll * MINUTE_MS - (Date.now() - openedAt.current);
    const left = Math.min(session.idle * MINUTE_MS, inAll, LONGEST_TIMER_MS);
    setState("fresh");
    const warning = setTimeout(() => setState("ends soon"), left - WARN_MINUTES * MINUTE_MS);
    const end = setTimeout(() => setState("over"), left);
    return () => {
      clearTimeout(warning);
      clearTimeout(end);
    };
  }, [session, stays]);

  async function stay(): Promise<void> {
    const answer = await fetch("/account", { method: "HEAD", redirect: "manual" }).catch(() => null);
    if (answer?.ok) setStays((count) => count + 1);
    else setState("over");
  }

  if (state === "fresh") return null;
  return (
    <div role="alert" className="app-session-ends">
      {state === "over" ? (
        <WarningText>
          You have been signed out. You may still save: you are then asked to sign in, and what you typed is
          kept.
        </WarningText>
      ) : (
        <>
          <WarningText>You will be signed out in {WARN_MINUTES} minutes.</WarningText>
          <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void stay()}>
            Stay signed in
          </button>
        </>
      )}
    </div>
  );
}

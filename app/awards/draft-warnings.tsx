import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import type { DraftWarning } from "./draft-warnings.rules.ts";

/** What to know before sealing, and the link that helps. */
export function DraftWarnings({ warnings }: { warnings: readonly DraftWarning[] }) {
  return warnings.map(({ text, restate }) => (
    <div key={text}>
      <WarningText>{text}</WarningText>
      {restate && (
        <p className="govuk-body">
          <a className="govuk-link" href={restate.href}>
            {restate.text}
          </a>
        </p>
      )}
    </div>
  ));
}

import { formatDate } from "#app/core/calendar-date.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Amount } from "./amount.tsx";
import { explainEffectiveDay } from "./effective-day.rules.ts";
import type { Version } from "./version.ts";

type AmountTodayProps = { current: Version | null; toCome: readonly Version[] };

/** What the award comes to today and since when, and what is sealed already for later days. */
export function AmountToday({ current, toCome }: AmountTodayProps) {
  return (
    <>
      <AmountInForce version={current} />
      {toCome.map((version) => (
        <InsetText key={version.id}>
          From {formatDate(version.effectiveOn)}: <AmountOrVoid version={version} /> (version {version.number}
          : {version.reason})
        </InsetText>
      ))}
    </>
  );
}

function AmountInForce({ version }: { version: Version | null }) {
  if (version === null) return <p className="govuk-body-l">This award does not count yet.</p>;
  const explanation = explainEffectiveDay(version.effectiveBasis);
  return (
    <p className="govuk-body-l">
      <strong>
        <AmountOrVoid version={version} />
      </strong>{" "}
      in force since {formatDate(version.effectiveOn)}
      {explanation && <span className="app-unknown"> ({explanation})</span>}
    </p>
  );
}

/** "Void" in place of the £0 of a void version. */
export function AmountOrVoid({
  version,
}: {
  version: Pick<Version, "kind" | "amountPence" | "amountBasis">;
}) {
  if (version.kind === "void") return "Void";
  if (version.amountPence === null) return "Amount not recorded";
  return <Amount pence={version.amountPence} basis={version.amountBasis} />;
}

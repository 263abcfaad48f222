import type { Condition } from "../conditions/condition.rules.ts";
import { ConditionsPanel } from "../conditions/conditions-panel.tsx";
import type { Extension } from "../extensions/extension.ts";
import { ExtensionsPanel } from "../extensions/extensions-panel.tsx";
import type { Return } from "../returns/return.rules.ts";
import { ReturnsPanel } from "../returns/returns-panel.tsx";

type DutiesPanelsProps = {
  awardId: number;
  duties: {
    conditions: readonly Condition[];
    returns: readonly Omit<Return, "figures">[];
    extensions: readonly Extension[];
    today: string;
  };
  mayRecord: boolean;
};

/** What an award owes its funder besides money, and how it was extended, on its own page. */
export function DutiesPanels({ awardId, duties, mayRecord }: DutiesPanelsProps) {
  const { conditions, returns, extensions, today } = duties;
  return (
    <>
      <ConditionsPanel awardId={awardId} conditions={conditions} mayRecord={mayRecord} today={today} />
      <ReturnsPanel awardId={awardId} returns={returns} mayRecord={mayRecord} today={today} />
      <ExtensionsPanel awardId={awardId} extensions={extensions} mayRecord={mayRecord} />
    </>
  );
}

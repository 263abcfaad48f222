import type { Plan } from "./plans.rules.ts";
import { Validity } from "./priority-table.tsx";

/** "From September 2020 until March 2022". */
export function PlanName({ plan }: { plan: Pick<Plan<never>, "validFrom" | "validTo"> }) {
  if (plan.validFrom === null && plan.validTo === null) return "Priority areas without a stated time";
  return <Validity from={plan.validFrom} to={plan.validTo} />;
}

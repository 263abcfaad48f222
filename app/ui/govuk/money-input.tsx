import { Input, type InputProps } from "./input.tsx";

/** An amount in pounds. The label says "in pounds", because the sign before the input is not read out. */
export function MoneyInput(props: Omit<InputProps, "type" | "inputMode" | "prefix" | "suffix">) {
  return <Input width={10} spellCheck={false} {...props} prefix="£" inputMode="decimal" />;
}

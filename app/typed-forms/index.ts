export { KeptForm } from "./kept-form.tsx";
export { resultOf } from "./typed-form.ts";
export { TypedNotice } from "./typed-notice.tsx";
export { useTypedForm } from "./use-typed-form.ts";

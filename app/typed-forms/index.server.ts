export { keepsTyped, showsTyped } from "./keeps-typed.server.ts";
export {
  findTypedForm,
  followSent,
  listTypedForms,
  takeTyped,
  throwAwayTypedForm,
} from "./typed-form.server.ts";

export { keepsTyped, showsTyped } from "./keeps-typed.server.ts";
export {
  findTypedForm,
  followSent,
  forgetUnchanged,
  keepSentOfItself,
  listTypedForms,
  throwAwayTypedForm,
} from "./typed-form.server.ts";

export { accountState } from "./account-state.rules.ts";
export { addPerson, type NewPerson } from "./add-person.server.ts";
export { CHOOSE_PASSWORD_PATH } from "./one-time-links.server.ts";
export { hashPassword } from "./passwords.server.ts";
export {
  findPersonActor,
  findPersonActorByEmail,
  isDemo,
  listPeople,
  personNames,
} from "./people.queries.server.ts";

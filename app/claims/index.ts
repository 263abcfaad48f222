export { ClaimsOfAward } from "./claims-of-award.tsx";

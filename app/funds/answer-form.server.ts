export { answerForm } from "#app/platform/answer-form.server.ts";

import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  redirect,
  type TypedResponse,
} from "@remix-run/node";
import { type Context, may } from "./context.server.ts";
import { asResponse } from "./error-response.server.ts";
import { NotFoundError } from "./errors.ts";
import { answerToLateForm, rememberLateForm } from "./late-form.server.ts";
import { AlreadyAcceptedError, onceForEachForm } from "./once-for-each-form.server.ts";
import type { RouteAccess } from "./permissions.ts";
import type { Platform } from "./platform.server.ts";
import { contextOf } from "./request-context.server.ts";
import { sameOriginPath } from "./same-origin-path.ts";
import { answerToSignedOut } from "./signed-out.server.ts";
import { whileAllowed } from "./while-allowed.server.ts";

/** What the function of a loader or an action works with. */
export type PageArgs = {
  context: Context;
  request: Request;
  params: Readonly<Record<string, string | undefined>>;
  url: URL;
  platform: Platform;
  /** The form that was sent; its size, its kind and its number of fields have been checked before. */
  formData(): Promise<FormData>;
};

/** A loader or an action that says who may call it. A test refuses a route without `access`. */
export type PageFunction<Args, Value> = ((args: Args) => Promise<Value>) & { access: RouteAccess };

/** A loader: checks who asks, then answers what `work` returns (a plain object or a Response). */
export function loaderFor<Value>(
  access: RouteAccess,
  work: (args: PageArgs) => Promise<Value> | Value,
): PageFunction<LoaderFunctionArgs, Value> {
  return pageFunction(access, work);
}

/** An action: checks who asks, then answers what `work` returns: `redirectTo(…)`, or `invalid(…)` for a failed form. */
export function actionFor<Value>(
  access: RouteAccess,
  work: (args: PageArgs) => Promise<Value> | Value,
): PageFunction<ActionFunctionArgs, Value> {
  return pageFunction(access, work);
}

function pageFunction<Value>(access: RouteAccess, work: (args: PageArgs) => Promise<Value> | Value) {
  const run = async ({ request, params, context: { platform } }: LoaderFunctionArgs): Promise<Value> => {
    try {
      const context = await contextOf(platform);
      const url = new URL(request.url);
      if (request.method === "POST" && context.actor.kind === "anonymous" && access !== "public") {
        const kept = answerToSignedOut(await request.formData(), url.pathname + url.search);
        if (kept) throw kept;
      }
      requireAccess(context, access, url);
      const args = { request, params, url, platform };
      const value =
        request.method === "POST"
          ? await onceForEachForm(context, await request.formData(), (once, form) =>
              work({ ...args, context: once, formData: async () => form }),
            )
          : await work({ ...args, context, formData: () => request.formData() });
      if (value instanceof Response) leaveMessageOf(value, platform);
      rememberLateForm(value, platform);
      return isFile(value) && context.actor.kind === "person"
        ? (whileAllowed(value, platform, context.actor, access) as Value)
        : value;
    } catch (error) {
      if (error instanceof AlreadyAcceptedError)
        throw redirectTo(error.location ?? new URL(request.url).pathname);
      if (error instanceof Response) leaveMessageOf(error, platform);
      const answer = asResponse(error, platform);
      throw answerToLateForm(answer, platform, error) ?? answer ?? error;
    }
  };
  return Object.assign(run, { access });
}

/** An answer that the browser saves, which may be long in coming. */
function isFile(value: unknown): value is Response {
  return value instanceof Response && value.body !== null && value.headers.has("content-disposition");
}

function requireAccess({ actor }: Context, access: RouteAccess, url: URL): void {
  if (access === "public") return;
  if (actor.kind === "anonymous")
    throw redirectTo(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
  if (access !== "signed-in" && !may(actor, access)) {
    throw new Response("You do not have permission for this page.", { status: 403, statusText: "Forbidden" });
  }
}

/** The answer to a form that cannot be accepted: what was typed, with messages, and status 422. */
export function invalid<Failure>(failure: Failure): TypedResponse<Failure> {
  return json(failure, { status: 422 });
}

const messages = new WeakMap<Response, string>();

/**
 * Sends the browser to a page of this service, by GET.
 * @param options.message a success message for that page's banner.
 * @throws Error where the path is not one of this service: parse what a visitor sent with `sameOriginPath` first.
 */
export function redirectTo(path: string, options: { message?: string } = {}): TypedResponse<never> {
  const safe = sameOriginPath(path);
  if (safe === null) throw new Error("Redirects stay within the service");
  const response = redirect(safe, 303);
  if (options.message !== undefined) messages.set(response, options.message);
  return response;
}

function leaveMessageOf(response: Response, platform: Platform): void {
  const message = messages.get(response);
  if (message !== undefined) platform.leaveMessage(message);
}

/** The number of a record in an address. @throws NotFoundError where it is not one. */
export function numericId(param: string | undefined): number {
  if (!param || !/^[1-9]\d{0,14}$/.test(param)) throw new NotFoundError("Not the number of a record");
  return Number(param);
}

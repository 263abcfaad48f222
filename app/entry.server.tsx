import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { keepHtml } from "#app/ui/layout/keep-html.ts";
import { KeepContext } from "#app/ui/layout/kept.tsx";
import { NonceContext } from "#app/ui/layout/nonce.ts";
import { RequestIdContext } from "#app/ui/layout/request-id.ts";

const keep = keepHtml();

/** Renders a page in one piece, which the server sends. Security headers are set before the framework, on every answer. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Response {
  const { platform } = context;
  const page = renderToString(
    <NonceContext.Provider value={platform.nonce}>
      <RequestIdContext.Provider value={platform.requestId}>
        <KeepContext.Provider value={keep}>
          <RemixServer context={remixContext} url={request.url} nonce={platform.nonce} />
        </KeepContext.Provider>
      </RequestIdContext.Provider>
    </NonceContext.Provider>,
  );
  // A page's `meta` is not told what its action answered.
  const html = refusedForm(remixContext) ? page.replace("<title>", "<title>Error: ") : page;
  headers.set("Content-Type", "text/html; charset=utf-8");
  context.page = `<!DOCTYPE html>${html}`;
  return new Response(null, { status, headers });
}

/** True where the page shows an error summary. */
function refusedForm({ staticHandlerContext: { actionData } }: EntryContext): boolean {
  const answers = Object.values(actionData ?? {}) as ({ errors?: object } | null)[];
  return answers.some((answer) => Object.keys(answer?.errors ?? {}).length > 0);
}

/** Logs what nobody expected. A request that the browser gave up is not an error. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.platform.log.error({ err: error }, "a request failed");
};

import type { LinksFunction, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { may } from "#app/platform/context.server.ts";
import { hydrates } from "#app/platform/hydrates.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { minutesLeft } from "#app/platform/session.server.ts";
import { newToken } from "#app/platform/tokens.server.ts";
import { brandCss } from "#app/ui/layout/brand.ts";
import { ErrorPage, type ErrorPageProps, problemHeading } from "#app/ui/layout/error-page.tsx";
import type { Viewer } from "#app/ui/layout/navigation.ts";
import { NonceContext } from "#app/ui/layout/nonce.ts";
import { PageMessageContext } from "#app/ui/layout/page-message.ts";
import { pageTitle } from "#app/ui/layout/page-title.ts";
import { RequestIdContext } from "#app/ui/layout/request-id.ts";
import { type SessionLeft, SessionLeftContext } from "#app/ui/layout/session-left.ts";
import { type Settings, Shell } from "#app/ui/layout/shell.tsx";
import stylesheet from "#app/ui/styles/main.scss?url";

type RootData = {
  settings: Settings;
  viewer: Viewer | null;
  message: string | null;
  formKey: string;
  session: SessionLeft | null;
};

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/favicon.svg", sizes: "any", type: "image/svg+xml" },
];

/** The title of an error page; any other page has its own. */
export const meta: MetaFunction = ({ data, error }) => {
  const settings = (data as RootData | undefined)?.settings;
  const title = error ? problemHeading(statusOf(error)) : "Home";
  return [{ title: pageTitle(title, { serviceName: settings?.serviceName }) }];
};

export const loader = loaderFor("public", async ({ context, platform }): Promise<RootData> => {
  const { organisationName, serviceName, brandColour, demo } = platform.settings;
  const { actor } = context;
  return {
    settings: { organisationName, serviceName, brandColour, demo },
    viewer:
      actor.kind === "person"
        ? {
            name: actor.name,
            readsRegister: may(actor, "register.read"),
            readsReference: may(actor, "reference.read"),
            managesPeople: may(actor, "people.manage"),
          }
        : null,
    message: platform.takeMessage(),
    formKey: newToken(),
    session:
      actor.kind === "person" && actor.signedInAt !== undefined
        ? minutesLeft(actor.signedInAt, platform.now(), platform.environment)
        : null,
  };
});

/** The document around every page and every error page. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const root = useRouteLoaderData("root") as RootData | undefined;
  const { pathname } = useLocation();
  const error = useRouteError();
  const scripted = useMatches().some(({ handle }) => hydrates(handle)) && !error;
  return (
    <html lang="en" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
        <style nonce={nonce} suppressHydrationWarning>
          {brandCss(root?.settings.brandColour ?? "")}
        </style>
      </head>
      <body className="govuk-template__body" suppressHydrationWarning>
        {scripted && <MarkScripted nonce={nonce} />}
        <Shell settings={root?.settings} viewer={root?.viewer ?? null} path={pathname}>
          <SessionLeftContext.Provider value={root?.session ?? null}>
            <PageMessageContext.Provider value={root?.message ?? null}>
              {children}
            </PageMessageContext.Provider>
          </SessionLeftContext.Provider>
        </Shell>
        {scripted && <ScrollRestoration nonce={nonce} />}
        {scripted && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

/** Lets the stylesheet hide what the page's scripts will reveal. */
function MarkScripted({ nonce }: { nonce?: string }) {
  const script = "document.body.className += ' js-enabled govuk-frontend-supported';";
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const requestId = useContext(RequestIdContext);
  const error = useRouteError();
  const { because, next, lateForm, signedOut } = ((isRouteErrorResponse(error) && error.data) || {}) as Kept;
  return (
    <ErrorPage
      status={statusOf(error)}
      requestId={requestId}
      because={because}
      next={next}
      lateForm={lateForm}
      signedOut={signedOut}
    />
  );
}

/** What an error page gives back of a form that was not accepted, and why it was not. */
type Kept = Pick<ErrorPageProps, "because" | "next" | "lateForm" | "signedOut">;

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

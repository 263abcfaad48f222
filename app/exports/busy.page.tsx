import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { askAgain } from "./busy.rules.ts";
import { RETRY_SECONDS } from "./file-response.server.ts";
import { FilesUnderWay } from "./files-under-way.tsx";
import { AT_ONCE, isThereATurn } from "./turns.server.ts";
import { listUnderWay } from "./under-way.server.ts";

export const meta = titled<typeof loader>(({ data: { isFree } }) => heading(isFree));

/** Why a file was not made, for people in a browser: what they may do about it. */
export const loader = loaderFor("signed-in", ({ context, url, platform }) => {
  const isFree = isThereATurn();
  if (!isFree) platform.retryAfter(RETRY_SECONDS);
  const again = askAgain(url.searchParams.get("file"));
  return json(
    { isFree, again, atOnce: AT_ONCE, underWay: listUnderWay(context) },
    isFree ? 200 : { status: 503, statusText: "Service Unavailable" },
  );
});

export default function Busy() {
  const { isFree, again, atOnce, underWay } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Exports", href: "/exports" },
      ]}
    >
      <PageHeading>{heading(isFree)}</PageHeading>
      <p className="govuk-body">
        No file was made of what you asked for: {atOnce} were being made already, which is as many as can be
        at once, for everybody together.
      </p>
      <p className="govuk-body">
        {isFree ? "One of them is over, so that yours can be made now." : waitWords(underWay.length)}
      </p>
      {again && (
        <ButtonGroup>
          <LinkButton href={again.file}>{isFree ? "Download the file" : "Try again"}</LinkButton>
          <a className="govuk-link" href={again.page}>
            Back to what you asked for
          </a>
        </ButtonGroup>
      )}
      <FilesUnderWay files={underWay} />
    </PageLayout>
  );
}

function heading(isFree: boolean): string {
  return isFree ? "Your file can be made now" : "Your file cannot be made yet";
}

function waitWords(own: number): string {
  const wait = "Wait a minute, then try again: most files take less than that.";
  if (own === 0) return wait;
  return own === 1
    ? `${wait} One that is being made is yours: stop it below if you do not need it.`
    : `${wait} ${own} that are being made are yours: stop one below if you do not need it.`;
}

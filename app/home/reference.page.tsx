import { loaderFor } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";

export const meta = titled("Reference data");

export const loader = loaderFor("reference.read", async () => null);

const PARTS = [
  {
    href: "/partnerships",
    text: "Partnerships",
    hint: "Community safety partnerships and county groups, their member organisations and their priority areas",
  },
  {
    href: "/rounds",
    text: "Rounds",
    hint: "When each round opens and closes, what it pays for and who may lead",
  },
  {
    href: "/calendar",
    text: "Funding calendar",
    hint: "A year by month: rounds open, closing, deciding and paying",
  },
  {
    href: "/funders",
    text: "Funders and funds",
    hint: "Who gives the money, through what, and who takes over from them",
  },
  {
    href: "/themes",
    text: "Themes",
    hint: "The common set to which partnerships' own priorities are mapped",
  },
  {
    href: "/sources",
    text: "Published sources",
    hint: "The documents that facts were published in, and what does not agree in them",
  },
];

export default function Reference() {
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Reference data</PageHeading>
      <p className="govuk-body">All partnerships of this register share these.</p>
      <dl>
        {PARTS.map((part) => (
          <div key={part.href} className="govuk-!-margin-bottom-4">
            <dt>
              <a className="govuk-link govuk-!-font-weight-bold" href={part.href}>
                {part.text}
              </a>
            </dt>
            <dd className="govuk-!-margin-left-0">{part.hint}</dd>
          </div>
        ))}
      </dl>
    </PageLayout>
  );
}

import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BackLink } from "./back-link.tsx";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import { Details } from "./details.tsx";
import { fixture, pieces } from "./fixture-html.ts";
import { GenericHeader } from "./generic-header.tsx";
import { InsetText } from "./inset-text.tsx";
import { NotificationBanner } from "./notification-banner.tsx";
import { Pagination } from "./pagination.tsx";
import { Panel } from "./panel.tsx";
import { PhaseBanner } from "./phase-banner.tsx";
import { SummaryList } from "./summary-list.tsx";
import { Table } from "./table.tsx";
import { Tag } from "./tag.tsx";
import { WarningText } from "./warning-text.tsx";

const months = [
  ["January", "£85", "£95"],
  ["February", "£75", "£55"],
  ["March", "£165", "£125"],
] as const;

/** Ours, by component and name of the example that ships with govuk-frontend. */
const OURS: Record<string, ReactElement> = {
  "back-link: default": <BackLink href="#" />,
  "breadcrumbs: with one level": <Breadcrumbs items={[{ text: "Section", href: "/section" }]} />,
  "generic-header: default": <GenericHeader organisationName="My cool service" />,
  "inset-text: default": (
    <InsetText>
      It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the
      application.
    </InsetText>
  ),
  "notification-banner: default": (
    <NotificationBanner>This publication was withdrawn on 7 March 2014.</NotificationBanner>
  ),
  "notification-banner: with type as success": (
    <NotificationBanner success>Email sent to example@email.com</NotificationBanner>
  ),
  "pagination: with prev and next only": <Pagination previous="/previous" next="/next" />,
  "pagination: with previous only": <Pagination previous="/previous" />,
  "panel: default": (
    <Panel title="Application complete">
      Your reference number
      <br />
      <strong>HDJ2123F</strong>
    </Panel>
  ),
  "phase-banner: default": (
    <PhaseBanner tag="Alpha">
      This is a new service - your {/* biome-ignore lint/a11y/useValidAnchor: as the example has it */}
      <a href="#" className="govuk-link">
        feedback
      </a>{" "}
      will help us to improve it.
    </PhaseBanner>
  ),
  "summary-list: with some actions": (
    <SummaryList
      rows={[
        {
          key: "Name",
          value: "Firstname Lastname",
          actions: [
            { href: "#", text: "Edit", hiddenText: "name" },
            { href: "#", text: "Delete", hiddenText: "name" },
          ],
        },
        { key: "Date of birth", value: "13/08/1980" },
        {
          key: "Contact information",
          value: (
            <>
              <p className="govuk-body">email@email.com</p>
              <p className="govuk-body">
                Address line 1<br />
                Address line 2<br />
                Address line 3<br />
                Address line 4<br />
                Address line 5
              </p>
            </>
          ),
        },
      ]}
    />
  ),
  "table: with head and caption": (
    <Table
      fits
      caption="Caption 1: Months and rates"
      rows={months}
      rowKey={(row) => row[0]}
      columns={[
        { heading: "Month you apply", rowHeader: true, cell: (row) => row[0] },
        { heading: "Rate for bicycles", numeric: true, cell: (row) => row[1] },
        { heading: "Rate for vehicles", numeric: true, cell: (row) => row[2] },
      ]}
    />
  ),
  "tag: grey": <Tag colour="grey">Grey</Tag>,
  "warning-text: default": <WarningText>You can be fined up to £5,000 if you don’t register.</WarningText>,
  "details: default": (
    <Details summary="Help with nationality">
      We need to know your nationality so we can work out which elections you’re entitled to vote in. If you
      can’t provide your nationality, you’ll have to send copies of identity documents through the post.
    </Details>
  ),
};

describe("our components are those of govuk-frontend", () => {
  test.each(Object.entries(OURS))("%s", (example, ours) => {
    const [component = "", name = ""] = example.split(": ");
    expect(pieces(renderToStaticMarkup(ours))).toEqual(pieces(fixture(component, name)));
  });
});

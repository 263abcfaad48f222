import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { LIST_OF_STANDING } from "#app/standing/index.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { openWithView, removeView } from "./change-view.server.ts";
import { viewIntentSchema } from "./saved-view.schema.ts";
import { LIST_OF_BIDS, type SavedView } from "./saved-view.ts";
import { listSavedViews } from "./saved-views.queries.server.ts";

export const meta = titled("Views");

export const loader = loaderFor("register.read", async ({ context }) => ({
  views: [
    ...(await listSavedViews(context, LIST_OF_BIDS)),
    ...(await listSavedViews(context, LIST_OF_STANDING)),
  ],
}));

/** The same of a view that somebody removed meanwhile and of one that the person cannot see. */
const GONE = "That view is not here any more. These are the views that there are now";

export const action = actionFor("register.read", async ({ context, formData }) => {
  const form = parseForm(viewIntentSchema, await formData());
  if (!form.ok) return invalid(form);
  const { viewId, intent } = form.data;
  try {
    if (intent === "remove") {
      await removeView(context, viewId);
      return redirectTo("/bids/views", { message: "The view has been removed" });
    }
    await openWithView(context, viewId, intent === "open-with");
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return json(refuse(form, { form: GONE }), { status: 404 });
  }
  const message =
    intent === "open-with" ? "The list opens with this view" : "The list opens with all that is in it";
  return redirectTo("/bids/views", { message });
});

export default function SavedViews() {
  const { views } = useLoaderData<typeof loader>();
  const refused = useFormResult();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Bids", href: "/bids" },
      ]}
    >
      <ErrorSummary errors={Object.values(refused?.errors ?? {}).map((text) => ({ text }))} />
      <PageHeading>Views</PageHeading>
      <Table
        caption="Your views and those of your partnerships"
        captionHidden
        rows={views}
        fits
        rowKey={(view) => view.id}
        empty="There are none yet. Choose filters on the list of bids or of where things stand, then “Save this view”."
        columns={[
          {
            heading: "View",
            rowHeader: true,
            cell: (view) => (
              <>
                <a className="govuk-link" href={view.href}>
                  {view.name}
                </a>
                <span className="app-second-line">{describeView(view)}</span>
              </>
            ),
          },
          {
            heading: <span className="app-no-print">Change</span>,
            cell: (view) => <ViewButtons view={view} />,
          },
        ]}
      />
    </PageLayout>
  );
}

const LIST_NAMES: Record<SavedView["list"], string> = {
  bids: "The list of bids",
  standing: "Where things stand",
};

/** "The list of bids, for Anytown Community Safety Partnership. It opens with this view." */
function describeView({ list, sharedWith, isDefault }: SavedView): string {
  const whose = `${LIST_NAMES[list]}, ${sharedWith === null ? "only for you" : `for ${sharedWith.name}`}.`;
  return isDefault ? `${whose} It opens with this view.` : whose;
}

function ViewButtons({ view }: { view: SavedView }) {
  const of = <VisuallyHidden> {view.name}</VisuallyHidden>;
  return (
    <Form>
      <HiddenField name="viewId" value={view.id} />
      <ButtonGroup>
        <Button secondary name="intent" value={view.isDefault ? "open-without" : "open-with"}>
          {view.isDefault ? "Open the list without" : "Open the list with"}
          {of}
        </Button>
        {view.mayRemove && (
          <Button secondary name="intent" value="remove">
            Remove{of}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  );
}

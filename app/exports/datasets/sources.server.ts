import { listDiscrepancies, listSources } from "#app/partnerships/index.server.ts";
import { listDataset } from "../list-dataset.server.ts";
import { idIn } from "../partnership-asked.server.ts";
import { unusedBeside } from "../unused.server.ts";

const NEVER_PUT_RIGHT = "What does not agree in a document is noted on it and never put right here.";

/** The documents that facts of the register were published in, by title. */
export const sources = listDataset({
  name: "sources",
  title: "Published sources",
  about: "One row for each document that facts of the register were published in.",
  permission: "reference.read",
  read: async (context) => ({
    rows: await listSources(context),
    notes: [
      NEVER_PUT_RIGHT,
      `The column Discrepancies noted comes to the ${(await listDiscrepancies(context, null)).length} rows of the file “Discrepancies in sources”.`,
    ],
  }),
  columns: [
    { heading: "Document", kind: "text", of: ({ title }) => title },
    { heading: "Body", kind: "text", of: ({ body }) => body },
    { heading: "Meeting", kind: "day", of: ({ meetingDate }) => meetingDate },
    { heading: "Report", kind: "day", of: ({ reportDate }) => reportDate },
    { heading: "Note", kind: "text", of: ({ note }) => note },
    { heading: "Discrepancies noted", kind: "number", of: ({ discrepancies }) => discrepancies },
  ],
});

/** What does not agree in the documents, by document and in the order of noting; of one document, where it is asked for. */
export const discrepancies = listDataset({
  name: "discrepancies",
  title: "Discrepancies in sources",
  about: "One row for each thing that is noted as not agreeing in a published document.",
  permission: "reference.read",
  unused: (params) => unusedBeside(params, ["source"]),
  read: async (context, params) => {
    const asked = idIn(params, "source");
    const all = await listSources(context);
    const noted = await listDiscrepancies(context, asked);
    const chosen = all.find(({ documentId }) => documentId === asked);
    return {
      filters: asked === null ? [] : [["Document", chosen?.title ?? "not in the list"]],
      rows: all.flatMap((source) =>
        noted
          .filter(({ documentId }) => documentId === source.documentId)
          .map((discrepancy) => ({ ...discrepancy, source })),
      ),
      notes: [NEVER_PUT_RIGHT],
    };
  },
  columns: [
    { heading: "Document", kind: "text", of: ({ source }) => source.title },
    { heading: "Body", kind: "text", of: ({ source }) => source.body },
    { heading: "What does not agree", kind: "text", of: ({ issue }) => issue },
    { heading: "Paragraph", kind: "text", of: ({ paragraph }) => paragraph },
  ],
});

import { parseFinancialYear } from "#app/core/financial-year.ts";
import {
  documentText,
  docxFile,
  getYearly,
  yearlyDocument,
  yearlyQueryOf,
} from "#app/reports/index.server.ts";
import { asJson } from "../as-json.ts";
import { explain, findPartnerships } from "../asked-of-report.server.ts";
import { type Surroundings, UsageError } from "../command.ts";
import { contextAs, withRegister } from "../open-register.server.ts";
import { dayOf, oneOf } from "../read-options.ts";
import { save } from "../save-file.server.ts";

type Values = {
  partnership?: string[];
  year?: string;
  "as-at"?: string;
  "known-at"?: string;
  format: string;
  output?: string;
  as?: string;
};

/** Prints the yearly report of a partnership, of the last whole year unless one is stated; as a Word document into a file. */
export async function yearly(values: Values, { environment, print, tell }: Surroundings): Promise<0> {
  const format = oneOf("format", ["table", "json", "docx"], values.format);
  const { output } = values;
  if ((format === "docx") !== (output !== undefined))
    throw new UsageError("--format docx needs --output FILE, which no other format has");
  const year = values.year === undefined ? null : parseFinancialYear(values.year);
  if (values.year !== undefined && year === null)
    throw new UsageError("--year must be a financial year, like 2024 or 2024-25");
  const asAt = dayOf("as-at", values["as-at"]);
  const knownAt = dayOf("known-at", values["known-at"]);
  const report = await withRegister(environment, async (operator) => {
    const context = values.as === undefined ? operator : await contextAs(operator, values.as);
    const [partnership = null, ...more] = (await findPartnerships(context, values.partnership ?? [])) ?? [];
    const asked = { partnership, year, "as-at": asAt, "known-at": knownAt, position: null };
    const query = more.length === 0 ? yearlyQueryOf(asked, context.today) : null;
    if (query === null) throw new UsageError("State one --partnership");
    return getYearly(context, query).catch(explain);
  });
  if (output === undefined) {
    print(format === "json" ? asJson(report) : documentText(yearlyDocument(report)));
    return 0;
  }
  // The day of the report, so that the same report is the same file as on the page.
  const made = { by: environment.organisationName, at: `${report.today}T12:00:00.000Z` };
  const file = await docxFile(yearlyDocument(report), made);
  await save(
    (async function* whole() {
      yield file;
    })(),
    output,
    { tell },
  );
  return 0;
}

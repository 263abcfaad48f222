import { verifyAttachments } from "#app/attachments/index.server.ts";
import { verifyKnown } from "#app/audit/index.server.ts";
import { verifyRegister } from "#app/awards/index.server.ts";
import { verifyClaims } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { verifyPublished } from "#app/reports/index.server.ts";
import type { Command } from "../command.ts";
import { withRegister } from "../open-register.server.ts";
import { readOptions } from "../read-options.ts";

/** Proves the register, and names what is wrong with it, one line each. */
export const verify: Command = async (args, { environment, print, tell }) => {
  readOptions(args, {});
  const { checked, problems } = await withRegister(environment, async (context) => ({
    problems: [
      ...(await verifyRegister(context)),
      ...(await verifyClaims(context)),
      ...(await verifyKnown(context)),
      ...(await verifyPublished(context)),
      ...(await verifyAttachments(context)),
    ],
    checked: await describeRegister(context),
  }));
  print(`${checked}\n`);
  for (const problem of problems) print(`${problem}\n`);
  if (problems.length === 0) {
    print("Nothing is wrong\n");
    return 0;
  }
  tell(problems.length === 1 ? "1 problem was found" : `${problems.length} problems were found`);
  return 1;
};

type Counted = "award" | "award_version" | "allocation_line" | "posting" | "claim" | "audit_entry";

async function describeRegister({ db }: Context): Promise<string> {
  const count = async (table: Counted) => {
    const row = await db.read
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as("rows"))
      .executeTakeFirstOrThrow();
    return Number(row.rows).toLocaleString("en-GB");
  };
  return [
    `Checked: awards ${await count("award")}, versions ${await count("award_version")}, lines ${await count("allocation_line")},`,
    `postings ${await count("posting")}, claims ${await count("claim")}, audit entries ${await count("audit_entry")}.`,
    "That what is stored is intact, that lines = amounts, that postings = lines at every date, as known at every",
    "position, that summaries = postings, that claims = their lines, receipts = what came and none before finance signed,",
    "that corrections of spend leave nothing below £0, that what was repaid came and closed awards stayed as they were,",
    "that the audit log is whole, that what was known of conditions, returns, claims and onward grants is kept, and that",
    "published reports and attachments are as they were.",
  ].join("\n");
}

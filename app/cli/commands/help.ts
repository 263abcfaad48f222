import type { Command } from "../command.ts";

export const HELP = `npm run -s tracker -- COMMAND

  migrate
      Makes the register, or brings it up to this version of the program.
  demo
      Makes a register and fills it with the demo. Refuses one that holds anything.
  generate [--bids NUMBER] [--seed NUMBER] [--password PASSWORD]
      Makes a register and fills it with made-up bids (100000), for tests of speed; the same seed gives the same
      register. With --password, national@generated.example, of every partnership, and
      partnership-1@generated.example and so on, each of one partnership, sign in with it.
  report funding-secured [--by GROUPING] [--and GROUPING] [--columns COLUMNS] [--partnership NAME]… [--as-at DATE]
                         [--known-at DATE] [--format table|json|csv] [--as EMAIL]
      What was awarded, as revised. GROUPING is partnership, funder, fund, priority, theme, project, year or
      stream; --and makes columns of a second one. DATE is 2025-03-31 or "31 March 2025". --as narrows the report to what a person may see.
      COLUMNS beside what is secured, apart by commas: requested, claimed, received, spent, left, matchCash, matchInKind;
      with --and, as a row for each two groups.
  report changes [--of funding-secured|success|award-status] [--by GROUPING] [--columns COLUMNS] [--partnership NAME]…
                 [--from-as-at DATE] [--from-known-at DATE] [--as-at DATE] [--known-at DATE] [--format table|json|csv]
                 [--as EMAIL]
      Funding secured at two moments side by side, and the difference; each of COLUMNS, which may be gross and passedOn too,
      in a table of its own; or success of bids, or award status, with each bid
      or award that makes the difference, and why. The first one is the end of the last financial
      year, as it was known then, where no other day is given.
  report success [--by funder|theme|partnership|year] [--partnership NAME]… [--as-at DATE] [--known-at DATE]
                 [--format table|json] [--as EMAIL]
      Bids made, decided, won and lost, by number and by value, what is left out, and what may still come.
  report pipeline [--partnership NAME]… [--as-at DATE] [--known-at DATE] [--format table|json] [--as EMAIL]
      Bids that are not decided, by stage: what is requested and expected, between what it may come to, and what was
      expected of decided ones against what they brought.
  report outcomes-against-money --partnership NAME [--as-at DATE] [--known-at DATE] [--format table|json] [--as EMAIL]
      By priority area: money, projects, measures with their change as computed and as stated, and what is missing.
  report award-status [--partnership NAME] [--as-at DATE] [--known-at DATE] [--format table|json] [--as EMAIL]
      Award by award: claims due, money at risk by 31 March, conditions open, returns late.
  report yearly --partnership NAME [--year YEAR] [--as-at DATE] [--known-at DATE] [--format table|json|docx]
                [--output FILE] [--as EMAIL]
      The yearly report for scrutiny, as its page has it; of the last whole year unless a YEAR, 2025-26, is stated. As a
      Word document (docx) into FILE.
  export bids|awards|lines|claims|spend|award-status|standing|tasks|projects|rounds|lessons|pipeline|reconciliation|outcomes|funding-secured|comparison|changes|success|outcomes-against-money|360giving|onward-grants|commissioner-grants [--as EMAIL]
         [--format csv|csv-excel|xlsx|ods|json] [--by GROUPING] [--and GROUPING] [--columns COLUMNS]
         [--as-at DATE] [--known-at DATE] [--from-as-at DATE] [--from-known-at DATE]
         [--of funding-secured|success|award-status] [--output FILE]
      Writes out what the pages show, all of it. Of two reports (comparison, changes) --from- is the first; --of says which reports a comparison is of. A workbook (xlsx, ods) needs --output; a file is there when it is whole.
      Beside a CSV, FILE-metadata.json says what it holds (CSV on the Web, W3C).
  verify
      Proves the register, and names what is wrong with it, one line each.
  backup FILE
      Copies the register into a new file while it is used, and checks the copy. SQLite; see docs/backup.md.
  restore FILE
      Proves a backup, then puts it in the register's place. Refuses where a register is.
  person add --name NAME --email EMAIL [--administrator] [--role ROLE --partnership NAME]…
      Adds a person and prints the link to choose a password. ROLE is reader, officer, manager or finance.
  help
      Prints this.

The register is the one of DATABASE_URL (sqlite:data/register.sqlite where it is not set).
Results go to standard output, messages to standard error.
Exit codes: 0 done, 1 failed, 2 not written as it must be.
`;

export const help: Command = async (_args, { print }) => {
  print(HELP);
  return 0;
};

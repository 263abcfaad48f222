import { type RawBuilder, type SqlBool, sql } from "kysely";
import { awardsMatchingAt, bidOfAwardInScope, inForceAt } from "#app/awards/index.server.ts";
import { endOfUkDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ReportMoment } from "#app/reports/index.server.ts";
import type { Publisher } from "../export.ts";

const ALL = { search: null, partnershipId: null, open: null, beforeId: null, afterId: null };

/** As the digits of telephone and national insurance numbers are put together, and of whatever is as long. */
const NUMBERS = ["000000", "00000 000 000", "0000 000 0000", "000 0000 0000", " 00 00 00 "];
const ADDRESSED = [" mr ", " mrs ", " ms ", " miss ", " dr "];

/** Why an award is not made public, as the preview says it. An award is left out for the first that is true of it. */
const REASONS: readonly (readonly [reason: string, condition: RawBuilder<SqlBool>])[] = [
  ["void, or not in force at this day", sql<SqlBool>`(version.id is null or version.kind = 'void')`],
  ["no amount recorded, or £0", sql<SqlBool>`(version.amount_pence is null or version.amount_pence <= 0)`],
  ["no funder recorded", sql<SqlBool>`version.funder_id is null`],
  [
    "of several partnerships, with neither a lead nor an accountable body recorded: nobody is known to be the recipient",
    sql<SqlBool>`(body.id is null and partnership.id is null)`,
  ],
  [
    "the title, or the name of the fund or round, holds what may be somebody’s: an email address, a long number, a name as “Mrs Jones”",
    mayBePersonal(sql`award.title || ' / ' || coalesce(fund.name, '') || ' / ' || coalesce(round.name, '')`),
  ],
  [
    "the title names who owns the award or bid, or the funder’s contact",
    sql.join(
      [
        sql`(select person.name from person where person.id = award.owner_id)`,
        sql.ref("bid.lead_officer"),
        sql.ref("terms.contact_name"),
      ].map(
        (name) =>
          sql<SqlBool>`coalesce(${name} like '% %' and lower(award.title) like '%' || lower(${name}) || '%', 1 = 0)`,
      ),
      sql` or `,
    ),
  ],
];

/** An email address, a telephone or national insurance number, six digits together, or a name with its form of address. */
function mayBePersonal(typed: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const digits = [..."123456789"].reduce(
    (text, digit) => sql`replace(${text}, ${sql.lit(digit)}, '0')`,
    typed,
  );
  const words = sql`' ' || replace(lower(${typed}), '.', ' ')`;
  const holds = (text: RawBuilder<unknown>, each: readonly string[]) =>
    each.map((part) => sql<SqlBool>`${text} like ${sql.lit(`%${part}%`)}`);
  return sql`(${sql.join([...holds(typed, ["@"]), ...holds(digits, NUMBERS), ...holds(words, ADDRESSED)], sql` or `)})`;
}

/** A title where it holds nothing that may be somebody's. */
function publicTitle(title: string): RawBuilder<string | null> {
  const typed = sql.ref(title);
  return sql`case when ${mayBePersonal(typed)} then null else ${typed} end`;
}

/** Awards in scope with the version in force at a moment, and what a grant is told by. */
export function grants(context: Context, moment: ReportMoment) {
  return awardsMatchingAt(context, ALL, moment)
    .leftJoin("bid", (join) => join.onRef("bid.id", "=", "award.bid_id").on(bidOfAwardInScope(context.scope)))
    .leftJoin("round", (join) =>
      join.on((e) => e("round.id", "=", e.fn.coalesce("award.round_id", "bid.round_id"))),
    )
    .leftJoin("organisation as body", "body.id", "award.accountable_body_id")
    .leftJoin("fund", "fund.id", "version.fund_id")
    .leftJoin("funder", "funder.id", "version.funder_id")
    .leftJoin("partnership", (join) => join.on("partnership.id", "=", leadId))
    .leftJoin("award_terms as terms", "terms.award_id", "award.id")
    .leftJoin("priority", (join) => join.on("priority.id", "=", mostOf("priority_id")))
    .leftJoin("partnership as planner", "planner.id", "priority.partnership_id")
    .leftJoin("theme", (join) => join.on("theme.id", "=", mostOf("counted_theme_id")));
}

/** The priority area, or the theme, that has the most of the money; of two with the same the one recorded first. */
function mostOf(column: "priority_id" | "counted_theme_id"): RawBuilder<number> {
  const named = sql.ref(`line.${column}`);
  return sql`(
    select ${named} from allocation_line as line where line.version_id = version.id and ${named} is not null
    group by ${named} order by sum(line.amount_pence) desc, ${named} limit 1)`;
}

/**
 * The one recipient that viewers read: the lead, or the one partnership that the award is of; null where it is of several
 * and no lead is recorded, for which of them got the money is then not known.
 */
const leadId = sql<number | null>`(
  select coalesce(min(case share.part when 'lead' then share.partnership_id end),
    case when count(*) = 1 then min(share.partnership_id) end)
  from award_partnership as share where share.award_id = award.id and (share.part <> 'recorder' or not exists (
    select 1 from award_partnership as other where other.award_id = award.id and other.part <> 'recorder')))`;

type Grants = ReturnType<typeof grants>;

/** Those that can be made public. */
export function published(all: Grants): Grants {
  return REASONS.reduce(
    (query, [, condition]) => query.where(sql<SqlBool>`not coalesce(${condition}, 1 = 0)`),
    all,
  );
}

/** How many awards are left out, and why; reasons without any are left out. */
export async function countLeftOut(all: Grants): Promise<{ reason: string; count: number }[]> {
  const found = [];
  for (const [index, [reason, condition]] of REASONS.entries()) {
    let query = all.where(condition);
    for (const [, earlier] of REASONS.slice(0, index)) {
      query = query.where(sql<SqlBool>`not coalesce(${earlier}, 1 = 0)`);
    }
    const { count } = await query
      .select((e) => e.cast<number>(e.fn.countAll(), "bigint").as("count"))
      .executeTakeFirstOrThrow();
    if (count > 0) found.push({ reason, count });
  }
  return found;
}

/** The grants by the columns of the standard, the newest award first. */
export function grantsQuery(context: Context, moment: ReportMoment, publisher: Publisher) {
  const grantId = (reference: RawBuilder<unknown>) =>
    sql<string>`${text(`360G-${publisher.prefix}-`)} || replace(replace(${reference}, '/', '-'), ' ', '-')`;
  const organisation = (name: RawBuilder<unknown>, kind: string, id: RawBuilder<unknown>) =>
    listed(publisher, name, sql`${text(`360G-${publisher.prefix}-${kind}`)} || cast(${id} as text)`);
  return published(grants(context, moment))
    .select([
      grantId(sql`award.reference`).as("identifier"),
      sql<string>`substr(award.title, 1, 139)`.as("title"),
      description.as("description"),
      sql<string>`'GBP'`.as("currency"),
      "bid.requested_pence",
      "version.amount_pence",
      disbursed(moment).as("disbursed"),
      awardDate(context).as("award_date"),
      "terms.decision_url",
      wholeDay("award.delivery_from").as("starts"),
      wholeDay("award.delivery_to").as("ends"),
      duration.as("duration"),
      sql<string>`case when body.id is not null then ${organisation(sql`body.name`, "ORG:B", sql`body.id`)}
        else ${organisation(sql`partnership.name`, "ORG:P", sql`partnership.id`)} end`.as("recipient_id"),
      sql<string>`coalesce(body.name, partnership.name)`.as("recipient_name"),
      sql<string | null>`case when body.id is not null then partnership.name end`.as("department"),
      sql<string | null>`case when partnership.official_code is not null then partnership.name end`.as(
        "csp_name",
      ),
      sql<string | null>`case when partnership.official_code is not null then 'GB' end`.as("csp_country"),
      "partnership.official_code",
      sql<string | null>`case when partnership.official_code is not null then 'CSP' end`.as("csp_type"),
      sql<string | null>`${authority("name")}`.as("council_name"),
      sql<string | null>`case when ${authority("code")} is not null then 'GB' end`.as("council_country"),
      sql<string | null>`${authority("code")}`.as("council_code"),
      codeType.as("council_type"),
      sql<string | null>`case when partnership.kind in ('district', 'unitary') then 'GLS050' end`.as("scope"),
      sql<string>`${organisation(sql`funder.name`, "ORG:F", sql`funder.id`)}`.as("funder_id"),
      "funder.name as funder_name",
      sql<string | null>`${text("FUND-")} || cast(fund.id as text)`.as("programme_code"),
      sql<string | null>`fund.name || coalesce(', ' || round.name, '')`.as("programme_title"),
      "round.guidance_url",
      sql<string | null>`case round.kind when 'competitive' then 'Yes' when 'allocation' then 'No' end`.as(
        "open_call",
      ),
    ])
    .select([
      sql<string | null>`'Priority areas of ' || planner.name`.as("priority_vocabulary"),
      sql<string | null>`${text("PRIORITY-")} || cast(priority.id as text)`.as("priority_code"),
      publicTitle("priority.title").as("priority_title"),
      sql<string | null>`case when theme.id is not null then 'Community safety themes' end`.as(
        "theme_vocabulary",
      ),
      "theme.code as theme_code",
      "theme.name as theme_name",
      sql<string | null>`(
        select min(${grantId(sql`outer_award.reference`)}) from allocation_line as line
        join award as outer_award on outer_award.id = line.inside_award_id where line.version_id = version.id)`.as(
        "related",
      ),
      "version.sealed_at",
      text(`${publisher.publicUrl}/exports/360giving`).as("data_source"),
      regrantType(moment).as("regrant_type"),
    ])
    .orderBy("award.id", "desc");
}

function text(value: string) {
  return sql<string>`cast(${value} as text)`;
}

/** The identifier of an official list, where the installation knows one. The Home Office's is the same everywhere. */
function listed({ identifiers }: Publisher, name: RawBuilder<unknown>, own: RawBuilder<unknown>) {
  const known = { "Home Office": "GB-GOR-D16", ...identifiers };
  const cases = Object.entries(known).map(([known, id]) => sql`when ${text(known)} then ${text(id)}`);
  return sql`case ${name} ${sql.join(cases, sql` `)} else ${own} end`;
}

/** What came for its claims, less what was taken back; null where nothing is recorded. */
function disbursed({ asAt, knownAt }: ReportMoment): RawBuilder<number | null> {
  return sql`(
    select cast(sum(receipt.amount_pence) as bigint) from claim
    join claim_receipt as receipt on receipt.claim_id = claim.id
    where claim.award_id = award.id and receipt.received_on <= ${asAt}
      and receipt.recorded_at < ${endOfUkDay(knownAt)})`;
}

/** Months that the delivery touches, where it has a first and a last day: 12 from 1 April to 31 March. */
const duration = sql<number | null>`
  case when length(award.delivery_from) = 10 and length(award.delivery_to) = 10
    then 12 * (${part("to", 1, 4)} - ${part("from", 1, 4)}) + ${part("to", 6, 2)} - ${part("from", 6, 2)}
      + case when ${part("to", 9, 2)} >= ${part("from", 9, 2)} then 1 else 0 end end`;

function part(end: "from" | "to", start: number, length: number): RawBuilder<number> {
  const at = sql.raw(`${start}, ${length}`);
  return sql`cast(substr(${sql.ref(`award.delivery_${end}`)}, ${at}) as integer)`;
}

/**
 * An award of which some, or all, is passed on, by the standard's list of kinds: to delivery organisations, or to another
 * partnership whose own award is paid out of it. What one partnership itemises of its own award is not passed on.
 */
function regrantType(moment: ReportMoment): RawBuilder<string | null> {
  const inner = inForceAt(moment, sql<number>`inside.award_id`);
  return sql`(
    select case when count(*) = 0 then null when sum(passed.pence) >= version.amount_pence then 'FRG010'
      else 'FRG070' end
    from (
      select onward.amount_pence as pence from onward_grant as onward
      where onward.award_id = award.id and onward.cancelled_on is null
      union all
      select inside.amount_pence from allocation_line as inside
      join award_version as inner_version on inner_version.id = inside.version_id
      where inside.inside_award_id = award.id and inner_version.kind <> 'void' and inner_version.id = ${inner}
        and not exists (select 1 from award_partnership as holder
          where holder.award_id = award.id and holder.partnership_id = inside.partnership_id)) as passed)`;
}

/** Made of names alone: nothing that somebody typed about a person can be in it. */
const description = sql<string>`
  'Community safety funding for ' || (
      select string_agg(each.name, ', ' order by each.name) from award_partnership as share
      join partnership as each on each.id = share.partnership_id where share.award_id = award.id
    ) || ' from ' || funder.name || coalesce(', ' || fund.name, '')
    || coalesce(', ' || round.name, '')
    || case version.amount_basis when 'approximate' then '. The amount is approximate.' else '.' end
    || case when exists (
        select 1 from allocation_line as line where line.version_id = version.id and line.inside_award_id is not null
      ) then ' Some or all of it is paid out of another grant, so the two are not to be added.' else '' end`;

/** The day of the decision; where it is not known to the day, the day from which the award first counted. */
function awardDate({ today }: Context): RawBuilder<string> {
  return sql<string>`(
    select case when length(first.decided_on) = 10 and first.decided_on <= ${text(today)} then first.decided_on
      when first.effective_on <= ${text(today)} then first.effective_on else ${text(today)} end
    from award_version as first where first.award_id = award.id and first.sealed_at is not null
    order by first.number limit 1)`;
}

function wholeDay(column: string): RawBuilder<string | null> {
  return sql`case when length(${sql.ref(column)}) = 10 then ${sql.ref(column)} end`;
}

function authority(column: "name" | "code") {
  return sql`(
    select min(local_authority.${sql.ref(column)}) from partnership_authority
    join local_authority on local_authority.code = partnership_authority.local_authority_code
    where partnership_authority.partnership_id = partnership.id having count(*) = 1)`;
}

const codeType = sql<string | null>`case substr(${authority("code")}, 1, 3)
  when 'E06' then 'UA' when 'W06' then 'UA' when 'E07' then 'NMD' when 'E08' then 'MD' when 'E09' then 'LONB' end`;

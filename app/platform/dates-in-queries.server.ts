import { type RawBuilder, type SqlBool, sql } from "kysely";
import { addDays, endOfUkDay, type IsoDay } from "#app/core/calendar-date.ts";

/** True of a date, however precisely it is known, that is not over by the end of a day: a month is over with its last. */
export function isLater(date: RawBuilder<unknown>, day: IsoDay): RawBuilder<SqlBool> {
  const next = sql`cast(${addDays(day, 1)} as text)`;
  return sql`(case when ${date} like 'FY%'
    then cast(cast(substr(${date}, 3, 4) as integer) + 1 as text) || '-04-01' > ${next}
    else ${date} >= substr(${next}, 1, length(${date})) end)`;
}

/** True of an instant (ISO, UTC) before a day has ended in the UK. */
export function isRecordedBy(instant: RawBuilder<unknown>, day: IsoDay): RawBuilder<SqlBool> {
  return sql`(${instant} < ${endOfUkDay(day)})`;
}

/** The financial year, by the year in which it begins, that a day is in. */
export function yearOfDay(day: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(cast(substr(${day}, 1, 4) as bigint) - case when substr(${day}, 6, 2) < '04' then 1 else 0 end)`;
}

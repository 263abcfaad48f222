import { formatDate, type PartialDate } from "#app/core/calendar-date.ts";
import { NotRecorded } from "./not-recorded.tsx";

/** A date as precise as it was stated; null reads "not recorded". */
export function DateText({ date }: { date: PartialDate | null }) {
  if (date === null) return <NotRecorded />;
  const text = formatDate(date);
  return date.startsWith("FY") ? text : <time dateTime={date}>{text}</time>;
}

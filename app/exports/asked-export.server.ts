import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Environment } from "#app/platform/env.server.ts";
import { momentAsked, momentSchema } from "#app/reports/index.server.ts";
import { knownByToday } from "#app/reports/index.ts";
import { type ParsedForm, parseForm } from "#app/ui/forms/parse-form.ts";
import type { AskedExport, Publisher } from "./export.ts";

/** What an address asks for: the filters of the screen that it came from, and a moment. */
export function readAsked(
  params: URLSearchParams,
  environment: Environment,
  today: IsoDay,
): ParsedForm<AskedExport> {
  const form = knownByToday(parseForm(momentSchema, params), today);
  if (!form.ok) return form;
  return { ...form, data: { params, ...momentAsked(form.data), publisher: publisherOf(environment) } };
}

/** Who publishes, as the installation is set up. */
export function publisherOf(environment: Environment): Publisher {
  return {
    organisation: environment.organisationName,
    service: environment.serviceName,
    contact: environment.contactEmail,
    publicUrl: environment.publicUrl,
    prefix: environment.publisherPrefix,
    identifiers: environment.organisationIdentifiers,
  };
}

const NOT_FILTERS = /^(as-at|known-at|format|after|before)(\W|$)/;

/** The filters of the screen, to be carried through a form. */
export function filtersIn(params: URLSearchParams): [name: string, value: string][] {
  return [...params].filter(([name]) => !NOT_FILTERS.test(name) && !name.startsWith("_"));
}

import type { z } from "zod";
import { idField } from "#app/ui/forms/fields.ts";
import { MOMENT_PARTS, momentAsked, momentSchema } from "../funding-secured.schema.ts";
import type { PipelineReportQuery } from "./pipeline.ts";

/** What stands in the address of the report, and in its form. */
export const pipelineSchema = momentSchema.extend({ partnership: idField() });

type Address = z.output<typeof pipelineSchema>;
export type PipelineAddress = Omit<Address, "position"> & Partial<Pick<Address, "position">>;

/** What an address asks for. */
export function pipelineAsked(address: PipelineAddress): PipelineReportQuery {
  const { partnership } = address;
  return { partnershipIds: partnership === null ? null : [partnership], ...momentAsked(address) };
}

/** The address of the report, or of its file. */
export function pipelineHref(address: Partial<PipelineAddress>, at = "/pipeline"): string {
  const params = new URLSearchParams();
  for (const name of ["partnership", ...MOMENT_PARTS] as const) {
    const value = address[name];
    if (value != null) params.set(name, String(value));
  }
  return params.size === 0 ? at : `${at}?${params}`;
}

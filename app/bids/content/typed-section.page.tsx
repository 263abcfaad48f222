import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { formValues, textAt } from "#app/ui/forms/form-values.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import type { SectionName } from "./content.ts";
import { SECTION_NAMES, SECTIONS, sectionHref } from "./sections.ts";
import { keepUnsent, throwAwayTyped } from "./typed-section.server.ts";

/** What is kept of a section is shown on its own page. */
export const loader = loaderFor("register.read", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  return redirectTo(sectionHref(bid.id, sectionOf(params.section)));
});

/** Takes what is typed into a section from its page, which sends it of itself while somebody types. */
export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const section = sectionOf(params.section);
  const bid = await getBid(context, id);
  requirePermission(context, "bid.write", writablePartnerships(bid));
  const values = formValues(await formData());
  if (textAt(values, "intent") === "unchanged") await throwAwayTyped(context, id, section);
  else if (Object.keys(values).length > 0) await keepUnsent(context, id, section, values);
  return new Response(null, { status: 204 });
});

function sectionOf(path: string | undefined): SectionName {
  const section = SECTION_NAMES.find((name) => SECTIONS[name].path === path);
  if (section === undefined) throw new NotFoundError("No such section");
  return section;
}

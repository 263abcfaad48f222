import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { sameOriginPath } from "#app/platform/same-origin-path.ts";
import { signInToDemo } from "./sign-in.server.ts";

export const loader = loaderFor("public", () => {
  throw new NotFoundError("There is nothing to read here");
});

/** Signs in one of the people of the demo; answers 404 where the register is not one. */
export const action = actionFor("public", async ({ context, url, platform, formData }) => {
  if (!platform.settings.demo) throw new NotFoundError("Not a demo");
  const personId = numericId(String((await formData()).get("personId")));
  const { sessionToken } = await signInToDemo(context, { personId, oldSessionToken: platform.sessionToken });
  platform.keepSession(sessionToken);
  return redirectTo(sameOriginPath(url.searchParams.get("next") ?? "/") ?? "/");
});

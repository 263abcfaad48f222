import { actionFor, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { signOut } from "./sign-out.server.ts";

export const loader = loaderFor("public", () => redirectTo("/"));

export const action = actionFor("public", async ({ context, platform }) => {
  if (platform.sessionToken !== null) await signOut(context, platform.sessionToken);
  platform.forgetSession();
  const response = redirectTo("/sign-in", { message: "You are signed out" });
  response.headers.set("Clear-Site-Data", '"cache", "storage"');
  return response;
});

import { Form } from "#app/ui/forms/form.tsx";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";

/** What an administrator can do to an account, beside changing what it says. */
export function PersonButtons({ isDisabled, hasPassword }: { isDisabled: boolean; hasPassword: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">Signing in</h2>
      <p className="govuk-body">
        {isDisabled
          ? "This person cannot sign in."
          : hasPassword
            ? "A new link lets this person choose another password. Until they use it, the old password works."
            : "This person has not chosen a password yet. A new link takes the place of the one before."}
      </p>
      <Form method="post">
        <ButtonGroup>
          {isDisabled ? (
            <Button name="intent" value="enable">
              Let them sign in again
            </Button>
          ) : (
            <>
              <Button secondary name="intent" value="renew-link">
                Make a new link
              </Button>
              <Button warning name="intent" value="disable">
                Disable this person
              </Button>
            </>
          )}
        </ButtonGroup>
      </Form>
    </>
  );
}

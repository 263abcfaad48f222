import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";

/** The two ways on from the form of a draft; pressing Enter in a field takes the first. */
export function SaveButtons() {
  return (
    <ButtonGroup>
      <Button name="intent" value="check">
        Continue to check answers
      </Button>
      <Button name="intent" value="save" secondary>
        Save as draft
      </Button>
    </ButtonGroup>
  );
}

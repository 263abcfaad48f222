import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";

type LinesButtonsProps = { lines: number; withAmount: boolean; isJoint: boolean };

/** What can be done with the lines as they are typed: each button sends the whole form. */
export function LinesButtons({ lines, withAmount, isJoint }: LinesButtonsProps) {
  const intent = (value: string) => ({ name: "intent", value, secondary: true, formNoValidate: true });
  if (!withAmount) return lines === 0 && <Button {...intent("add")}>Add a line</Button>;
  return (
    <>
      <ButtonGroup>
        <Button {...intent("add")}>Add a line</Button>
        {isJoint && <Button {...intent("add-partnerships")}>Add a line for each partnership</Button>}
      </ButtonGroup>
      {lines > 0 && (
        <>
          <ButtonGroup>
            <Button {...intent("split-equally")}>Split equally</Button>
            <Button {...intent("split-by-shares")}>Split by these shares</Button>
          </ButtonGroup>
          <p className="govuk-hint">
            Split equally gives what is left to the lines without an amount; where each has one, it splits the
            whole award anew. Shares are whole numbers: 2 and 1 give two thirds and one third. Both are exact
            to the penny.
          </p>
        </>
      )}
    </>
  );
}

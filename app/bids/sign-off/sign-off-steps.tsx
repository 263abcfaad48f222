import { formatInstant } from "#app/core/calendar-date.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { signersShortWords } from "./enough-signers.rules.ts";
import type { ShownSignOff } from "./shown-sign-off.ts";

/** The steps of a sign-off: who has signed, whose turn it is, and what to do where it is nobody's. */
export function SignOffSteps({ signOff, caption }: { signOff: ShownSignOff; caption: string }) {
  const { steps, waitsFor, short, chainHref } = signOff;
  const isStuck = waitsFor === null && steps.some(({ isNext }) => isNext);
  return (
    <>
      <Table
        caption={caption}
        rows={steps}
        rowKey={({ position }) => position}
        columns={[
          { heading: "Step", rowHeader: true, cell: ({ title }) => title },
          {
            heading: "Signed by",
            cell: (step) => {
              if (step.signedAt === null)
                return step.isNext ? `Not yet: ${waitsFor ?? "nobody can sign it"}` : "Not yet";
              return `${step.signedByName ?? "The operator"}${step.standsIn ? ", standing in" : ""}`;
            },
          },
          { heading: "When", cell: ({ signedAt }) => (signedAt === null ? "" : formatInstant(signedAt)) },
        ]}
      />
      {isStuck && (
        <InsetText>
          Nobody can sign the next step: whoever could has written or changed this bid, has signed another
          step of it, does not stand in today or has left. <NameAnother chainHref={chainHref} />
        </InsetText>
      )}
      {short && (
        <InsetText>
          This bid will not get all its signatures as things are. {signersShortWords(short)} Whoever wrote or
          changed it, or has signed a step already, is not among them. <NameAnother chainHref={chainHref} />
        </InsetText>
      )}
    </>
  );
}

/** The way to name others who sign; or who can, where the reader cannot. */
export function NameAnother({ chainHref }: Pick<ShownSignOff, "chainHref">) {
  if (chainHref === null) return "A manager of the lead partnership can name somebody else for it.";
  return (
    <a className="govuk-link" href={chainHref}>
      Name somebody else for it
    </a>
  );
}

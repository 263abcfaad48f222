import { formatInstant } from "#app/core/calendar-date.ts";
import type { FieldErrors } from "#app/core/result.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { Tag } from "#app/ui/govuk/tag.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { TOKEN_DAYS } from "./token.schema.ts";
import type { listOwnTokens } from "./tokens.queries.server.ts";

type Token = Awaited<ReturnType<typeof listOwnTokens>>[number];

const STATES = {
  works: { text: "Works", colour: "green" },
  expired: { text: "Expired", colour: "grey" },
  revoked: { text: "Revoked", colour: "grey" },
} as const;

/** The person's tokens, with when each was last used. */
export function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  return (
    <Table
      caption="Your tokens"
      rows={tokens}
      rowKey={(token) => token.id}
      empty="You have no token."
      columns={[
        { heading: "For", rowHeader: true, cell: (token) => token.name },
        {
          heading: "State",
          cell: ({ state }) => <Tag colour={STATES[state].colour}>{STATES[state].text}</Tag>,
        },
        { heading: "Made", cell: (token) => formatInstant(token.createdAt) },
        { heading: "Expires", cell: (token) => formatInstant(token.expiresAt) },
        {
          heading: "Last used",
          cell: (token) => (token.lastUsedAt === null ? "Never" : formatInstant(token.lastUsedAt)),
        },
        { heading: "Action", cell: (token) => (token.state === "works" ? <Revoke token={token} /> : "") },
      ]}
    />
  );
}

function Revoke({ token }: { token: Token }) {
  return (
    <Form>
      <Button secondary name="revoke" value={String(token.id)}>
        Revoke
        <VisuallyHidden> the token for {token.name}</VisuallyHidden>
      </Button>
    </Form>
  );
}

/** Asks what a token is for and how long it is to work. */
export function NewTokenForm({ values, errors }: { values: FormValues; errors: FieldErrors }) {
  return (
    <Form>
      <h2 className="govuk-heading-m">Make a token</h2>
      <Input
        name="name"
        label="What is it for?"
        hint="For example, Excel workbook of the board"
        width={20}
        defaultValue={textAt(values, "name")}
        error={errors.name}
      />
      <Radios
        name="days"
        legend="How long is it to work?"
        items={TOKEN_DAYS.map((days) => ({ value: days, text: `${days} days` }))}
        defaultValue={textAt(values, "days") || "90"}
        error={errors.days}
      />
      <Button>Make the token</Button>
    </Form>
  );
}

/** The token, the one time that it is shown, and where it is good for. */
export function NewTokenNotice({ token, address }: { token: string; address: string }) {
  return (
    <InsetText>
      <p className="govuk-body">Copy this token now. It is not shown again:</p>
      <p className="govuk-body">
        <code>{token}</code>
      </p>
      <p className="govuk-body">
        In Excel choose Data, From Web, enter {address}lines.csv (or awards, bids, outcomes; .csv or .json),
        then Basic, with any user name and the token as the password.
      </p>
    </InsetText>
  );
}

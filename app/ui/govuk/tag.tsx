import { classes } from "./field.tsx";

export type TagColour =
  | "grey"
  | "green"
  | "teal"
  | "blue"
  | "purple"
  | "magenta"
  | "red"
  | "orange"
  | "yellow";

/** A status: an adjective in sentence case, the same colour everywhere, never a link. */
export function Tag(props: { colour?: TagColour; children: string }) {
  return (
    <strong className={classes("govuk-tag", props.colour && `govuk-tag--${props.colour}`)}>
      {props.children}
    </strong>
  );
}

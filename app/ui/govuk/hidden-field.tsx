/** A value that goes with the form without being asked for. */
export function HiddenField(props: { name: string; value: string | number }) {
  return <input type="hidden" name={props.name} value={props.value} />;
}

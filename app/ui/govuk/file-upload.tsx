import type { ReactNode } from "react";
import { classes, describedBy, FormGroup, HintAndError, Label, type Question } from "./field.tsx";

/** A question answered by a file. Its form needs `encType="multipart/form-data"`, and comes back without the file. */
export function FileUpload(props: Question & { label: ReactNode; accept?: string }) {
  const id = props.id ?? props.name;
  return (
    <FormGroup error={props.error}>
      <Label htmlFor={id} isHeading={props.labelIsHeading} size={props.labelSize}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} now={props.now} />
      <input
        className={classes("govuk-file-upload", props.error !== undefined && "govuk-file-upload--error")}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-describedby={describedBy(id, props)}
      />
    </FormGroup>
  );
}

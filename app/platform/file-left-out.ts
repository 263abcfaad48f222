/** The field that stands in a form in the place of a file that was too large to be read. */
export const FILE_LEFT_OUT = "file-left-out";

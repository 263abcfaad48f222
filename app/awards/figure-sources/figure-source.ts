/** The attachment that states an award's amount: "award letter, page 2". */
export type FigureSource = {
  id: number;
  versionNumber: number;
  attachmentId: number;
  title: string;
  /** Its page or paragraph. */
  place: string | null;
  isDeleted: boolean;
};

/** Where a fact was published. Dates are partial. */
export type Source = {
  documentId: number;
  title: string;
  body: string | null;
  meetingDate: string | null;
  reportDate: string | null;
  /** The paragraph or paragraphs that state the fact, as the document numbers them. */
  paragraph: string | null;
  /** How many discrepancies are noted on the document. */
  discrepancies: number;
};

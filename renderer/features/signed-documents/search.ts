/** What the address of the register says. */
export interface AgreementsSearch {
  /** Id of the document in the pane. */
  open?: string;
  /** Only documents of this working group. */
  group?: string;
}

/** What the address of the documents of a meeting may carry; the language is that of the meeting's other tabs. */
export interface DocumentsSearch {
  /** A record that shall be shown in the document. */
  row?: string;
}

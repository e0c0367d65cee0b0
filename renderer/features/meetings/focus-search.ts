/** What the address of a meeting's tab may carry. */
export interface FocusSearch {
  /** A field or record of the tab that shall have the focus, e.g. `title` or an id. */
  focus?: string;
  /** The language whose input is meant. */
  language?: 'en' | 'ru' | 'zh';
}

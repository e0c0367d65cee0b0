/** Why a DOCX cannot be read; never leaves the back end as it is. */
export class DocxProblem extends Error {
  readonly code: 'too_large' | 'broken_docx' | 'unsafe';

  constructor(code: DocxProblem['code'], detail: string) {
    super(detail);
    this.name = 'DocxProblem';
    this.code = code;
  }
}

/** As it comes out of the helper that read the file; `detail`: a part of the file or what the reader said of it. */
export interface DocxRefusal {
  problems: { code: DocxProblem['code']; detail: string }[];
}

/** Why a DOCX cannot be read; never leaves the back end as it is. */
export class DocxProblem extends Error {
  readonly code: 'too_large' | 'broken_docx' | 'unsafe';

  constructor(code: DocxProblem['code'], detail: string) {
    super(detail);
    this.name = 'DocxProblem';
    this.code = code;
  }
}

/** What `read` answers, or why it cannot be read. */
export async function refuseProblems<Result>(read: Promise<Result>): Promise<Result | DocxRefusal> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof DocxProblem) return { problems: [{ code: error.code, detail: error.message.slice(0, 200) }] };
    throw error;
  }
}

import type { XmlTag } from './xml.ts';

/** Counts the insertions and deletions that a reader of the file sees marked. */
export interface TrackedChanges {
  open(tag: XmlTag, parents: readonly string[]): void;
  close(name: string): void;
  readonly count: number;
}

/** `w:moveFrom` is the other end of a `w:moveTo`, and not counted twice. */
const kinds: Record<string, string> = { 'w:ins': 'ins', 'w:moveTo': 'ins', 'w:del': 'del' };

/** One insertion may be cut into many runs and over several paragraphs: same author, same time and no other text between. */
export function countTrackedChanges(): TrackedChanges {
  let count = 0;
  let current = '';
  /** The change of the paragraph's own end, which is named at its start. */
  let ofMark = '';
  const note = (change: string): void => {
    if (change !== current) count += 1;
    current = change;
  };
  return {
    open({ name, attribute }, parents) {
      const parent = parents.at(-1);
      const kind = kinds[name];
      if (kind === undefined) {
        if (name === 'w:r' && !parents.some((each) => each in kinds || each === 'w:moveFrom')) current = '';
        return;
      }
      const change = [kind, attribute('w:author'), attribute('w:date')].join('|');
      if (parent === 'w:rPr') {
        if (parents.at(-2) === 'w:pPr') ofMark = change;
      } else if (parent !== 'w:numPr') note(change);
    },
    close(name) {
      if (name !== 'w:p' || ofMark === '') return;
      note(ofMark);
      ofMark = '';
    },
    get count() {
      return count;
    },
  };
}

import { BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx';
import type { Language } from '#shared/domain/language.ts';
import { markName } from './mark-name.ts';

/** Puts bookmarks around paragraphs, so that comments made in Word find their row again; counts what has numbers. */
export interface Marks {
  /** The children with a bookmark around them; as they are where there is no `id`. */
  around(id: string | undefined, language: Language, children: ParagraphChild[]): ParagraphChild[];
  /** The number of the next picture; Word takes a file with two of the same number for a broken one. */
  nextPicture(): number;
}

/** For one document. Numbers are its own, not the library's: the same document gives the same bytes. */
export function createMarks(): Marks {
  const occurrences = new Map<string, number>();
  let lastNumber = 0;
  let pictures = 0;
  return {
    nextPicture: () => (pictures += 1),
    around(id, language, children) {
      if (id === undefined) return children;
      const key = `${id} ${language}`;
      const occurrence = (occurrences.get(key) ?? 0) + 1;
      occurrences.set(key, occurrence);
      const name = markName({ id, language }, occurrence);
      if (name === undefined) return children;
      lastNumber += 1;
      return [asChild(new BookmarkStart(name, lastNumber)), ...children, asChild(new BookmarkEnd(lastNumber))];
    },
  };
}

/** The library writes both ends of a bookmark among the children of a paragraph; its type of children leaves them out. */
const asChild = (end: BookmarkStart | BookmarkEnd): ParagraphChild => end as ParagraphChild;

import { limits } from '#shared/contract/fields.ts';
import { cleanLine, cleanText } from '#shared/domain/clean-text.ts';
import type { Package } from './package.ts';
import { DocxProblem } from './problem.ts';
import { runText } from './run-text.ts';

/** A comment with what was answered to it. */
export interface DocxComment {
  id: string;
  author: string;
  /** To the minute, as the file has it; programs differ in the seconds and in the zone. Empty where there is none. */
  date: string;
  /** Replies follow, each with its author in front. */
  text: string;
}

interface Found extends Omit<DocxComment, 'text'> {
  paragraphs: string[];
  paragraphIds: string[];
}

const maxComments = 5_000;

/** Comments of the main part in the order of the file. Throws {@link DocxProblem}. */
export async function readComments(parts: Package, mainPart: string): Promise<DocxComment[]> {
  const related = await parts.related(mainPart);
  const found = await readPart(parts, related.get('comments'));
  const parentOf = await readReplies(parts, related.get('commentsExtended'), found);
  const threads = Map.groupBy(found, (comment) => rootOf(comment, parentOf));
  return [...threads].map(([root, thread]) => {
    const replies = thread.filter((comment) => comment !== root);
    const { id, author, date } = root;
    const text = cleanText([textOf(root), ...replies.map(describeReply)].join('\n\n')).trim();
    if (text.length > limits.text) throw new DocxProblem('too_large', author);
    return { id, author, date, text };
  });
}

async function readPart(parts: Package, name: string | undefined): Promise<Found[]> {
  const found: Found[] = [];
  if (name === undefined) return found;
  const last = (): Found | undefined => found.at(-1);
  const write = (text: string): void => {
    const paragraphs = last()?.paragraphs;
    if (text !== '' && paragraphs !== undefined && paragraphs.length > 0)
      paragraphs.push(`${paragraphs.pop() ?? ''}${text}`);
  };
  await parts.read(name, {
    open(tag, parents) {
      if (parents.includes('mc:Fallback')) return;
      if (tag.name === 'w:comment') {
        if (found.length === maxComments) throw new DocxProblem('too_large', `${String(maxComments)} +`);
        found.push({
          id: tag.attribute('w:id') ?? '',
          author: cleanLine(tag.attribute('w:author') ?? '')
            .trim()
            .slice(0, limits.line),
          date: (tag.attribute('w:date') ?? '').slice(0, 'YYYY-MM-DDTHH:MM'.length),
          paragraphs: [],
          paragraphIds: [],
        });
      } else if (tag.name === 'w:p' && parents.includes('w:comment')) {
        last()?.paragraphs.push('');
        last()?.paragraphIds.push(tag.attribute('w14:paraId')?.toUpperCase() ?? '');
      } else write(runText(tag.name, parents));
    },
    text(text, parents) {
      if (parents.at(-1) !== 'w:t' || parents.includes('mc:Fallback') || parents.includes('w:moveFrom')) return;
      write(text);
    },
  });
  return found;
}

/** From reply to what it answers; `word/commentsExtended.xml` names comments by one of their paragraphs ([MS-DOCX] 2.5.4). */
async function readReplies(
  parts: Package,
  name: string | undefined,
  found: readonly Found[],
): Promise<Map<Found, Found>> {
  const parentOf = new Map<Found, Found>();
  if (name === undefined) return parentOf;
  const byParagraph = new Map(
    found.flatMap((comment) => comment.paragraphIds.filter((id) => id !== '').map((id) => [id, comment] as const)),
  );
  await parts.read(name, {
    open({ name, attribute }) {
      if (name !== 'w15:commentEx') return;
      const comment = byParagraph.get(attribute('w15:paraId')?.toUpperCase() ?? '');
      const parent = byParagraph.get(attribute('w15:paraIdParent')?.toUpperCase() ?? '');
      if (comment !== undefined && parent !== undefined && parent !== comment) parentOf.set(comment, parent);
    },
  });
  return parentOf;
}

/** A ring of replies has no root: each of them then stands alone. */
function rootOf(comment: Found, parentOf: ReadonlyMap<Found, Found>): Found {
  const seen = new Set<Found>();
  let root = comment;
  for (let parent = parentOf.get(root); parent !== undefined; parent = parentOf.get(root)) {
    if (seen.has(root)) return comment;
    seen.add(root);
    root = parent;
  }
  return root;
}

const textOf = ({ paragraphs }: Found): string =>
  paragraphs
    .map((paragraph) => paragraph.trim())
    .join('\n')
    .trim();

const describeReply = (reply: Found): string =>
  reply.author === '' ? textOf(reply) : `${reply.author}: ${textOf(reply)}`;

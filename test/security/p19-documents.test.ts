import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { renderDocx } from '../../electron/documents/docx/index.ts';
import { renderMarkdown } from '../../electron/documents/markdown.ts';
import type { DocumentBuild } from '#shared/domain/documents/document-build.ts';
import type { DocumentKind } from '#shared/contract/documents.ts';
import { orderLanguages } from '#shared/domain/documents/copies.ts';
import { documentTraits } from '#shared/domain/documents/traits.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { languages } from '#shared/domain/language.ts';
import { expectTexts } from '../support/expected-texts.ts';
import { randomRecord } from '../support/random-record.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';
import { readMarkdown } from '../support/read-markdown.ts';
import { reportTrials, trialCount } from '../support/trials.ts';
import { build } from '../unit/documents/build-sample.ts';
import { startEngine } from '../unit/documents/start-engine.ts';

/** P19, of documents: each random record is read back from what was made of it, by a reader of somebody else. */
const runs = trialCount(10, 2_000);
const pdfRuns = trialCount(1, 200);

const engine = startEngine();
afterAll(() => engine.close());

const kinds = ['minutes', 'short_minutes', 'actions', 'agenda', 'news'] as const satisfies DocumentKind[];

const options = fc
  .record({
    kind: fc.constantFrom(...kinds, 'minutes', 'minutes'),
    layout: fc.constantFrom('sequential', 'columns'),
    chosen: fc.shuffledSubarray([...languages], { minLength: 1 }),
    mode: fc.constantFrom(null, 'keeper', 'language'),
    isNonBinding: fc.boolean(),
  })
  .map(({ layout, chosen, ...rest }) => {
    const isWide = layout === 'columns' && chosen.length > 1;
    return { ...rest, layout: isWide ? 'columns' : 'sequential', chosen } as const;
  });
type Options = typeof options extends fc.Arbitrary<infer T> ? T : never;

function choose(
  record: MeetingRecord,
  { kind, layout, chosen, mode, isNonBinding }: Options,
): Partial<DocumentBuild> & Pick<DocumentBuild, 'languages' | 'kind'> {
  const traits = documentTraits[kind];
  const [keeper] = record.meeting.sides;
  const copy = mode === null || keeper === undefined || !traits.hasCopies ? null : { mode, keeperSideId: keeper.id };
  const most = layout === 'columns' ? traits.mostColumns : 3;
  const some = chosen.slice(0, most);
  return {
    kind,
    layout,
    isNonBinding,
    copy,
    languages: copy === null ? some : orderLanguages(record, some, copy),
    authenticity: { kind: 'equal' },
  };
}

/** Texts of the record that the document does not hold, or not in their order. */
function findMissing(
  record: MeetingRecord,
  { kind, languages: chosen }: Pick<DocumentBuild, 'kind' | 'languages'>,
  body: string,
  reduce = (text: string): string => text,
): string[] {
  return chosen.flatMap((language) => {
    const { inOrder, once } = expectTexts(record, kind, language, '');
    const missing = once.filter((text) => !body.includes(reduce(squash(text))));
    let from = 0;
    for (const text of inOrder) {
      const wanted = reduce(squash(text));
      const place = body.indexOf(wanted, from);
      if (place < 0) missing.push(text);
      else from = place + wanted.length;
    }
    return missing;
  });
}

test(`${runs} random records read back from DOCX and Markdown`, { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(randomRecord, options, async (record, asked) => {
      const chosen = choose(record, asked);
      const document = build(record, chosen);
      expect(findMissing(record, chosen, readDocxBody(await renderDocx(document)))).toEqual([]);
      if (!(documentTraits[chosen.kind].formats as readonly string[]).includes('md')) return;
      const { text, hits } = readMarkdown(new TextDecoder().decode(renderMarkdown(document)));
      expect(hits).toEqual([]);
      expect(findMissing(record, chosen, squash(text))).toEqual([]);
    }),
    { numRuns: runs },
  );
  reportTrials('P19', runs);
});

test(`${pdfRuns} random records read back from PDF`, { timeout: 3_600_000 }, async () => {
  // A hyphen that stands alone is not told from that of a line's end.
  const reduce = (text: string): string => text.replace(/-/gu, '');
  await fc.assert(
    fc.asyncProperty(randomRecord, options, async (record, asked) => {
      const chosen = choose(record, asked);
      const { bytes } = await engine.renderPdf(build(record, chosen));
      expect(findMissing(record, chosen, reduce(await readPdfBody(bytes)), reduce)).toEqual([]);
    }),
    { numRuns: pdfRuns },
  );
  reportTrials('P19', pdfRuns);
});

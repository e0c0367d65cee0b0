import { afterAll, expect, test } from 'vitest';
import type { MinutesDocument, MinutesSection, PageNumbering } from '#shared/domain/minutes/document.ts';
import type { RenderedPages } from '../../../electron/documents/messages.ts';
import { createPartDrawer } from '../../../electron/documents/worker/parts.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { build } from './build-sample.ts';
import { readPages } from './open-pdf.ts';
import { startEngine } from './start-engine.ts';

const engine = startEngine();
afterAll(() => engine.close());

const document = build(exampleRecord());
const withNumbering = (numbering: PageNumbering): MinutesDocument => ({
  ...document,
  sections: document.sections.map((section) => ({ ...section, numbering })),
});

/** A section that was told what stands before it; the templates know these two (page.typ). */
type Told = MinutesSection & { pagesBefore?: number; pagesTotal?: number };

/** Draws two pages per section, three for a long section; keeps what it was asked for. */
function startDrawing(): { draw: (document: MinutesDocument) => RenderedPages; asked: string[] } {
  const asked: string[] = [];
  const draw = createPartDrawer(({ sections }) => {
    const [section] = sections as [Told];
    asked.push(`${section.language} ${section.pagesBefore} of ${section.pagesTotal}`);
    const count = JSON.stringify(section.blocks).includes('long') ? 3 : 2;
    const pages = Array.from({ length: count }, (_, index) => `${asked.at(-1)} ${index}`);
    return { pages, places: [{ id: 'end', language: section.language, page: count - 1, left: 0, top: 0 }] };
  });
  return { draw, asked };
}

function change(from: MinutesDocument, at: number, text: string): MinutesDocument {
  const runs = [{ text, language: 'en' as const, isFallback: false, role: 'plain' as const }];
  const added = { kind: 'paragraph' as const, runs };
  return {
    ...from,
    sections: from.sections.map((section, index) =>
      index === at ? { ...section, blocks: [...section.blocks, added] } : section,
    ),
  };
}

test('only the language that changed is drawn again', () => {
  const { draw, asked } = startDrawing();
  const source = withNumbering('number');
  const first = draw(source);
  expect(first.places.map(({ page }) => page)).toEqual([1, 3, 5]);
  asked.length = 0;
  const second = draw(change(source, 1, 'a word'));
  expect(asked).toEqual(['ru 2 of undefined']);
  expect(second.pages).toEqual(first.pages);
  asked.length = 0;
  draw(change(source, 1, 'a word'));
  expect(asked).toEqual([]);
});

test('one more page moves the numbers of all that follows, and the total where it is shown', () => {
  const { draw, asked } = startDrawing();
  const source = withNumbering('pages');
  draw(source);
  asked.length = 0;
  draw(source);
  expect(asked).toEqual([]);
  draw(change(source, 1, 'long'));
  expect(asked.slice(-3)).toEqual(['en 0 of 7', 'ru 2 of 7', 'zh 5 of 7']);
});

test.each(['pages', 'number', 'dashes'] as const)(
  'a language by itself has the pages of the file (%s)',
  async (numbering) => {
    const source = withNumbering(numbering);
    const whole = await readPages((await engine.renderPdf(source)).bytes);
    const apart: string[] = [];
    for (const section of source.sections) {
      const told: Told = { ...section, pagesBefore: apart.length, pagesTotal: whole.length };
      apart.push(...(await readPages((await engine.renderPdf({ ...source, sections: [told] })).bytes)));
    }
    expect(apart).toEqual(whole);
    expect((await engine.renderPages(source)).pages).toHaveLength(whole.length);
  },
);

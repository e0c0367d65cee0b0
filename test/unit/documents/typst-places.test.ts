import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import type { MinutesBlock, MinutesDocument } from '#shared/domain/minutes/document.ts';
import { sourceAssets } from '../../../electron/documents/assets.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { build } from './build-sample.ts';
import { projectFolder, startEngine } from './start-engine.ts';

const engine = startEngine();
afterAll(() => engine.close());

const sequential = build(exampleRecord());
const columns = build(exampleRecord(), { layout: 'columns', languages: ['en', 'zh'] });

/** What can be found again in a block. */
function idsOf(block: MinutesBlock): string[] {
  if (block.kind === 'heading') return [block.itemId ?? block.id];
  if (block.kind === 'paragraph') return block.id === undefined ? [] : [block.id];
  if (block.kind === 'list') return block.ids ?? [];
  if (block.kind === 'points') return block.points.map(({ id }) => id);
  return block.kind === 'table' ? block.rows.map(({ id }) => id) : [];
}

function blocksOf(document: MinutesDocument): (readonly [language: string, block: MinutesBlock])[] {
  if (document.columns === undefined) {
    return document.sections.flatMap(({ language, blocks }) => blocks.map((block) => [language, block] as const));
  }
  return document.columns.rows.flatMap(({ cells }) =>
    cells.flatMap((blocks, index) => blocks.map((block) => [document.sections[index]!.language, block] as const)),
  );
}

test.each([
  ['one after another', sequential],
  ['side by side', columns],
])('everything with an id has its place on the pages (%s)', async (_, document) => {
  const { pages, places } = await engine.renderPages(document);
  const expected = blocksOf(document).flatMap(([language, block]) => idsOf(block).map((id) => `${language} ${id}`));
  expect(expected.length).toBeGreaterThan(20);
  expect(places.map(({ language, id }) => `${language} ${id}`).sort()).toEqual(expected.sort());
  for (const { page, left, top } of places) {
    expect(page).toBeGreaterThanOrEqual(0);
    expect(page).toBeLessThan(pages.length);
    for (const part of [left, top]) {
      expect(part).toBeGreaterThan(0.03);
      expect(part).toBeLessThan(0.97);
    }
  }
});

test('places come in the order of the text, page by page', async () => {
  const { places } = await engine.renderPages(sequential);
  const order = places.map(({ page, top }) => page + top);
  // Cells of one row stand beside one another; nothing else does.
  for (const [index, place] of order.entries()) expect(place).toBeGreaterThanOrEqual((order[index - 1] ?? 0) - 0.001);
  expect(places.map(({ language }) => language)).toEqual(
    places.map(({ language }) => language).sort((a, b) => languages.indexOf(a) - languages.indexOf(b)),
  );
});

test.each([
  ['one after another', sequential],
  ['side by side', columns],
])('noting places changes no byte of the PDF (%s)', async (_, document) => {
  const folder = await mkdtemp(join(tmpdir(), 'trilogue-template-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const assets = { ...sourceAssets(projectFolder), templateFolder: folder };
  await cp(join(projectFolder, 'resources/typst'), folder, { recursive: true });
  const source = await readFile(join(folder, 'runs.typ'), 'utf8');
  const without = source.replace(/(#let place-mark\(.*?\) = ).*/u, '$1none');
  expect(without).not.toBe(source);
  await writeFile(join(folder, 'runs.typ'), without);
  const other = startEngine({ assets });
  onTestFinished(() => other.close());
  const { places } = await other.renderPages(document);
  expect(places).toEqual([]);
  const [noted, bare] = [await engine.renderPdf(document), await other.renderPdf(document)];
  expect(Buffer.compare(noted.bytes, bare.bytes)).toBe(0);
});

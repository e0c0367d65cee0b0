import { chromium, type Browser } from '@playwright/test';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { buildMinutesDocument } from '#shared/domain/minutes/index.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { createPageSplitter } from '../../../electron/documents/worker/svg-pages.ts';
import { describeBrowser, extractBrowser } from '../../support/browser.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { startEngine } from './start-engine.ts';

const engine = startEngine();
const document = buildMinutesDocument(exampleRecord(), { languages, labels: readLabels() });
let browser: Browser;

beforeAll(async () => {
  await extractBrowser();
  browser = await chromium.launch(describeBrowser({ hasFonts: false }));
});
afterAll(async () => {
  await browser.close();
  await engine.close();
});

/** Elements of an SVG by name; throws if it is not well-formed XML. */
function parse(svg: string): { names: Set<string>; attributes: Set<string> } {
  const names = new Set<string>();
  const attributes = new Set<string>();
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    names.add(tag.name);
    for (const name of Object.keys(tag.attributes)) attributes.add(name);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { names, attributes };
}

test('as many pictures as pages, and nothing in them but shapes', async () => {
  const { pages } = await engine.renderPages(document);
  const { pageCount } = await engine.renderPdf(document);
  expect(pages).toHaveLength(pageCount);
  for (const page of pages) {
    const { names, attributes } = parse(page);
    for (const name of names) expect(['svg', 'defs', 'g', 'path', 'use', 'clipPath']).toContain(name);
    for (const name of attributes) expect(name).not.toMatch(/^(on|style|class|xlink)/u);
  }
});

test('each page is drawn by itself, also on a machine without fonts', async () => {
  const { pages } = await engine.renderPages(document);
  const context = await browser.newContext();
  const view = await context.newPage();
  for (const page of pages) {
    const drawn = await view.evaluate(async (svg) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let index = 0; index < data.length; index += 4) if ((data[index] ?? 255) < 128) dark += 1;
      return { width: canvas.width, height: canvas.height, ink: dark / (canvas.width * canvas.height) };
    }, page);
    expect(drawn.width).toBe(596);
    expect(drawn.height).toBe(842);
    // A page of text covers a few hundredths of its paper with ink.
    expect(drawn.ink).toBeGreaterThan(0.002);
    expect(drawn.ink).toBeLessThan(0.2);
  }
  await context.close();
});

test('whatever else the engine might write stays out', () => {
  const glyph = '<defs class="glyph"><path id="a" d="M0 0"/><path id="unused" d="M1 1"/></defs>';
  const body =
    '<g><script>alert(1)</script><use href="#a" onclick="x()"/><use href="https://example.org/#b"/>' +
    '<foreignObject><h5:div>secret<g><path d="M2 2"/></g></h5:div></foreignObject><path d="M3 3" fill="#000" style="x"/></g>';
  const svg = `<svg>${glyph}<style>p{}</style><g class="typst-page" transform="translate(0, 0)" data-page-width="10" data-page-height="20">${body}</g></svg>`;
  const [page] = createPageSplitter()(svg);
  expect(page).not.toMatch(/script|secret|M2 2|style|onclick|example|unused/u);
  expect(page).toContain('<path id="a" d="M0 0"/>');
  expect(page).toContain('<path d="M3 3" fill="#000"/>');
  expect(page).toContain('viewBox="0 0 10 20"');
});

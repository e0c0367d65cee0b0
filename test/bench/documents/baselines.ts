import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { languageTags } from '#shared/domain/language.ts';
import { describeBrowser, extractBrowser } from '../../support/browser.ts';
import { projectFolder } from '../../support/project-folder.ts';
import type { BareParagraph } from './bare-texts.ts';

export const regularFonts = [
  'pt-serif/400Regular/PTSerif_400Regular',
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular',
];
const fontPath = (name: string): string => join(projectFolder, 'node_modules/@expo-google-fonts', `${name}.ttf`);

/** Runs a program to its end; answers how long it took, in ms. */
export async function timeProcess(command: string, words: string[]): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(command, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${command} ended with ${String(code)}`);
  return performance.now() - startedAt;
}

/** A Typst document of nothing but these paragraphs, tagged as ours is. */
export function writeBareTypst(paragraphs: readonly BareParagraph[], path: string): void {
  const lines = paragraphs
    .filter(({ text }) => text !== '')
    .map(({ language, text, isHeading }) => {
      const body = `text(lang: "${language}", ${JSON.stringify(text.replace(/[\p{Cc}\\]/gu, ' '))})`;
      return isHeading ? `#heading(${body})` : `#par(${body})`;
    });
  const setUp = [
    '#set document(title: "Minutes", date: datetime(year: 2026, month: 1, day: 1))',
    '#set text(font: ("PT Serif", "Noto Serif SC"), lang: "en")',
    '#set par(justify: true)',
    '#set page(numbering: "1")',
  ];
  writeFileSync(path, [...setUp, ...lines].join('\n\n'));
}

export const timeBareTypst = (source: string, target: string): Promise<number> =>
  timeProcess(process.execPath, [
    join(import.meta.dirname, 'bare-typst.ts'),
    source,
    target,
    ...regularFonts.map(fontPath),
  ]);

const escapeHtml = (text: string): string => text.replace(/[&<>]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** Headless Chromium from its start to the printed file, with the same fonts and paragraphs. */
export async function timeChromium(paragraphs: readonly BareParagraph[], folder: string): Promise<number> {
  await extractBrowser();
  const faces = regularFonts
    .map((name, index) => `@font-face{font-family:f${String(index)};src:url("${pathToFileURL(fontPath(name)).href}")}`)
    .join('');
  const body = paragraphs
    .map(({ language, text, isHeading }) => {
      const tag = isHeading ? 'h2' : 'p';
      return `<${tag} lang="${languageTags[language]}">${escapeHtml(text)}</${tag}>`;
    })
    .join('\n');
  const path = join(folder, 'minutes.html');
  writeFileSync(path, `<meta charset="utf-8"><style>${faces}body{font:11pt f0,f1;text-align:justify}</style>${body}`);
  const startedAt = performance.now();
  const browser = await chromium.launch(describeBrowser());
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.pdf({ path: join(folder, 'chromium.pdf'), format: 'A4', tagged: true, outline: true });
  await browser.close();
  return performance.now() - startedAt;
}

/** The least that makes a DOCX of paragraphs with the same library. */
export async function timeBareDocx(paragraphs: readonly BareParagraph[]): Promise<number> {
  const startedAt = performance.now();
  const file = new Document({
    sections: [
      {
        children: paragraphs.map(
          ({ text }) => new Paragraph({ children: [new TextRun({ text, font: 'Times New Roman', size: 24 })] }),
        ),
      },
    ],
  });
  await Packer.toBuffer(file);
  return performance.now() - startedAt;
}

/** LibreOffice from its start to the PDF of a DOCX; null where it is not installed. The first run makes its profile. */
export async function timeLibreOffice(docx: Uint8Array, folder: string): Promise<number | null> {
  const path = join(folder, 'minutes.docx');
  writeFileSync(path, docx);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const words = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, path];
  try {
    await timeProcess('soffice', words);
  } catch {
    return null;
  }
  const measured = await timeProcess('soffice', words);
  return readFileSync(join(folder, 'minutes.pdf')).length > 0 ? measured : null;
}

/** Pandoc from plain paragraphs to DOCX; null where it is not installed. */
export async function timePandoc(paragraphs: readonly BareParagraph[], folder: string): Promise<number | null> {
  const path = join(folder, 'minutes.txt');
  writeFileSync(path, paragraphs.map(({ text }) => text.replace(/[^\p{L}\p{N}\s.,:;()]/gu, ' ')).join('\n\n'));
  try {
    return await timeProcess('pandoc', ['--from', 'markdown', '--output', join(folder, 'pandoc.docx'), path]);
  } catch {
    return null;
  }
}

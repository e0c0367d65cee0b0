import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import type { DocumentAssets, DocumentJob, DocumentResult } from '../messages.ts';
import { renameFamily } from './font-file.ts';
import { createPrintable, makePrintable } from './printable.ts';
import { splitPages } from './svg-pages.ts';

/** Results of compilations older than so many compilations are forgotten; the binding's own advice for short runs. */
const cacheAge = 10;

export type CompileJob = (job: DocumentJob) => DocumentResult;

/**
 * Typst with our fonts and templates and nothing else: the workspace is a path that does not exist, so that no file of
 * the machine can be read (a link inside a real one could point anywhere), and texts arrive as JSON, never as markup.
 */
export function createCompiler(assets: DocumentAssets): CompileJob {
  const fonts = assets.fontFiles.map((path) => ({ path, data: readFileSync(path) }));
  for (const font of fonts) renameFamily(font.data);
  const printable = createPrintable(fonts);
  const template = readFileSync(join(assets.templateFolder, 'minutes.typ'), 'utf8');
  const workspace = join(tmpdir(), `trilogue-${randomUUID()}`);
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map(({ data }) => data) }] });

  return ({ kind, document }) => {
    compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify(makePrintable(document, printable))));
    const compiled = compiler.compile({ mainFileContent: template });
    const pages = compiled.result;
    if (pages === null) {
      const error = compiled.takeError();
      throw new Error(error === null ? 'nothing was compiled' : JSON.stringify(compiler.fetchDiagnostics(error)));
    }
    try {
      if (kind === 'svg') return { kind, pages: splitPages(compiler.svg(pages)), places: [] };
      const bytes = compiler.pdf(pages, { pdfStandard: 'a-2a', creationTimestamp: toTimestamp(document) });
      return { kind, bytes: new Uint8Array(bytes), pageCount: pages.numOfPages };
    } finally {
      compiler.evictCache(cacheAge);
    }
  };
}

/** Seconds since 1970 of the meeting's day: the same record gives the same bytes. */
function toTimestamp(document: MinutesDocument): number {
  return Date.parse(`${document.date}T00:00:00Z`) / 1000;
}

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Language } from '#shared/domain/language.ts';
import type { MinutesDocument, MinutesLogo } from '#shared/domain/minutes/document.ts';
import type { DocumentAssets, DocumentResult, LayoutJob, RenderedPages, RenderedPlace } from '../messages.ts';
import { renameFamily } from './font-file.ts';
import { createPageHasher } from './page-hashes.ts';
import { createPartDrawer } from './parts.ts';
import { createPrintable, makePrintable } from './printable.ts';
import { createPageSplitter } from './svg-pages.ts';

/** Results of compilations older than so many compilations are forgotten; the binding's own advice for short runs. */
const cacheAge = 10;

const logoNames = { 'image/png': 'logo.png', 'image/jpeg': 'logo.jpg' } as const;

export type CompileJob = (job: LayoutJob) => DocumentResult;

/**
 * Typst with our fonts and templates and nothing else: the workspace is a path that does not exist, so that no file of
 * the machine can be read (a link inside a real one could point anywhere), and texts arrive as JSON, never as markup.
 */
export function createCompiler(assets: DocumentAssets): CompileJob {
  const fonts = assets.fontFiles.map((path) => ({ path, data: readFileSync(path) }));
  for (const font of fonts) renameFamily(font.data);
  const printable = createPrintable(fonts);
  const workspace = join(tmpdir(), `trilogue-${randomUUID()}`);
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map(({ data }) => data) }] });
  const splitPages = createPageSplitter();
  for (const name of readdirSync(assets.templateFolder)) {
    if (!name.endsWith('.typ')) continue;
    compiler.mapShadow(join(workspace, name), readFileSync(join(assets.templateFolder, name)));
  }

  /** What the templates read: the document, its picture as a file beside it. */
  function provide({ logo, ...rest }: MinutesDocument): void {
    const data = { ...rest, ...(logo !== undefined && { logo: describeLogo(logo) }) };
    compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify(data)));
    for (const [mediaType, name] of Object.entries(logoNames)) {
      if (logo?.mediaType === mediaType) compiler.mapShadow(join(workspace, name), Buffer.from(logo.base64, 'base64'));
      else compiler.unmapShadow(join(workspace, name));
    }
  }

  function compile(document: MinutesDocument): NodeTypstDocument {
    provide(document);
    const compiled = compiler.compile({ mainFilePath: join(workspace, 'minutes.typ') });
    if (compiled.result !== null) return compiled.result;
    const error = compiled.takeError();
    throw new Error(error === null ? 'nothing was compiled' : JSON.stringify(compiler.fetchDiagnostics(error)));
  }

  function draw(document: MinutesDocument): RenderedPages {
    const compiled = compile(document);
    return { pages: splitPages(compiler.svg(compiled)), places: readPlaces(compiled) };
  }

  function readPlaces(compiled: NodeTypstDocument): RenderedPlace[] {
    const [list = []] = compiler.query(compiled, { selector: '<trilogue-places>', field: 'value' }) as PlaceList[];
    return list.map(([id, language, page, left, top]) => ({ id, language, page: page - 1, left, top }));
  }

  function writePdf(document: MinutesDocument): { bytes: Uint8Array; pageCount: number } {
    const compiled = compile(document);
    const bytes = compiler.pdf(compiled, { pdfStandard: 'a-2a', creationTimestamp: toTimestamp(document) });
    return { bytes: new Uint8Array(bytes), pageCount: compiled.numOfPages };
  }

  const drawParts = createPartDrawer(draw);
  const leaveOutKnown = createPageHasher();
  return (job) => {
    const printed = makePrintable(job.document, printable);
    try {
      switch (job.kind) {
        case 'pdf':
          return { kind: job.kind, ...writePdf(printed) };
        case 'svg':
          return { kind: job.kind, ...drawParts(printed) };
        case 'changed': {
          const { pages, places } = drawParts(printed);
          return { kind: job.kind, pages: leaveOutKnown(pages, job.known), places };
        }
      }
    } finally {
      compiler.evictCache(cacheAge);
    }
  };
}

function describeLogo({ mediaType, width, height }: MinutesLogo): { path: string; width: number; height: number } {
  return { path: logoNames[mediaType], width, height };
}

/** As places.typ writes it; pages count from 1. */
type PlaceList = [id: string, language: Language, page: number, left: number, top: number][];

/** Seconds since 1970 of the meeting's day: the same record gives the same bytes. */
function toTimestamp(document: MinutesDocument): number {
  return Date.parse(`${document.date}T00:00:00Z`) / 1000;
}

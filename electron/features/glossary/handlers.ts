import { commit } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import { listTexts } from '../translations/index.ts';
import type { GlossaryIndex } from './glossary-index.ts';
import { prepareRemoval, prepareSave } from './rules.ts';

/** What reads the whole glossary is loaded when somebody asks for it, so that the start-up pays nothing. */
const glossaryOf = async (connection: Connection): Promise<GlossaryIndex> =>
  (await import('./keep-current.ts')).readGlossary(connection);

export const glossaryHandlers = {
  list: os.glossary.list.handler(async ({ context, input }) => {
    const found = (await glossaryOf(context.connection)).search(input.query);
    return { concepts: found.slice(0, input.limit).map(({ concept }) => concept), total: found.length };
  }),

  get: os.glossary.get.handler(async ({ context, input, errors }) => {
    const concept = (await glossaryOf(context.connection)).get(input.id);
    if (concept === undefined) throw errors.NOT_FOUND({ data: { kind: 'concept' } });
    return concept;
  }),

  save: os.glossary.save.handler(({ context, input, errors }) => {
    const prepared = prepareSave(context.connection, input);
    if (prepared === undefined) throw errors.NOT_FOUND({ data: { kind: 'concept' } });
    commit(context, { name: 'glossary.save', label: prepared.label }, prepared.write);
    return { id: prepared.id };
  }),

  remove: os.glossary.remove.handler(({ context, input, errors }) => {
    const prepared = prepareRemoval(context.connection, input.id);
    if (prepared === undefined) throw errors.NOT_FOUND({ data: { kind: 'concept' } });
    commit(context, { name: 'glossary.remove', label: prepared.label }, prepared.write);
    return { id: input.id };
  }),

  marks: os.glossary.marks.handler(async ({ context, input, errors }) => {
    const all = listTexts(context.connection, input.meetingId);
    if (all === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const wanted = input.texts && new Set(input.texts.map(({ kind, id }) => `${kind}/${id}`));
    const { markTexts } = await import('./marks.ts');
    const marked = await markTexts(
      context.connection,
      all.filter(({ reference: { kind, id } }) => wanted === null || wanted.has(`${kind}/${id}`)),
    );
    const named = new Set(marked.texts.flatMap(({ hits }) => hits.map(({ conceptId }) => conceptId)));
    return {
      texts: marked.texts.map(({ reference, hits }) => ({ reference, hits })),
      concepts: [...marked.concepts.values()].filter(({ id }) => named.has(id)),
    };
  }),

  preview: os.glossary.preview.handler(async function* ({ context, input, errors, signal }) {
    const { previewImport } = await import('./exchange.ts');
    const preview = yield* previewImport(context, input.file, signal);
    if ('problems' in preview) throw errors.GLOSSARY_REFUSED({ data: preview });
    yield { type: 'result' as const, preview };
  }),

  import: os.glossary.import.handler(async ({ context, input, errors }) => {
    const { importGlossary } = await import('./exchange.ts');
    const done = await importGlossary(context, input.file);
    if ('problems' in done) throw errors.GLOSSARY_REFUSED({ data: done });
    return done;
  }),

  export: os.glossary.export.handler(async ({ context, input }) => {
    const { exportGlossary } = await import('./exchange.ts');
    return exportGlossary(context, input.format, input.language);
  }),
};

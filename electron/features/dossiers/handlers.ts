import { createHash } from 'node:crypto';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import type { Context } from '../../context.ts';
import { os } from '../../implement.ts';
import { composeDossier, loadReport, type Obstacle } from './compose.ts';
import { draftReport } from './draft.ts';
import { nameDossier } from './names.ts';
import { listRecipients } from './recipients.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export const dossiersHandlers = {
  preview: os.dossiers.preview.handler(async ({ context, input: { subject, language, known }, errors }) => {
    const composed = await composeDossier(context, subject, language);
    if ('code' in composed) throw toError(composed, errors);
    const { pages } = await context.documents.renderChangedPages(composed.document, known);
    return { pages };
  }),

  export: os.dossiers.export.handler(async ({ context, input: { subject, language, format }, errors }) => {
    const composed = await composeDossier(context, subject, language, format === 'docx' ? 'word' : 'pages');
    if ('code' in composed) throw toError(composed, errors);
    const { bytes, pages } = await render(context, composed.document, format);
    const name = nameDossier(subject, composed.about, language, format);
    return {
      file: new File([bytes], name, { type: mediaTypes[format] }),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages,
    };
  }),

  recipients: os.dossiers.recipients.handler(({ context, input }) => listRecipients(context, input.subject)),

  draft: os.dossiers.draft.handler(async ({ context, input: { subject, ...request }, errors }) => {
    if (subject.kind !== 'action_report') throw errors.NOTHING_TO_REPORT();
    const facts = await loadReport(context, subject);
    if ('code' in facts) throw toError(facts, errors);
    return { file: await draftReport(context, facts, { subject, ...request }) };
  }),
};

interface Errors {
  NOT_FOUND: (options: { data: { kind: string } }) => Error;
  NOTHING_TO_REPORT: () => Error;
}

function toError(obstacle: Obstacle, errors: Errors): Error {
  return obstacle.code === 'NOT_FOUND'
    ? errors.NOT_FOUND({ data: { kind: obstacle.kind } })
    : errors.NOTHING_TO_REPORT();
}

async function render(
  { documents }: Context,
  document: MinutesDocument,
  format: keyof typeof mediaTypes,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; pages: number | null }> {
  if (format === 'docx') return { bytes: await documents.renderDocx(document), pages: null };
  const { bytes, pageCount } = await documents.renderPdf(document);
  return { bytes, pages: pageCount };
}

import { createHash } from 'node:crypto';
import type { DocumentOptions } from '#shared/contract/documents.ts';
import { buildMinutesDocument } from '#shared/domain/minutes/build.ts';
import { checkMinutes } from '#shared/domain/minutes/check.ts';
import type { Context } from '../../context.ts';
import { readFileNames, readLabels } from '../../documents/labels.ts';
import { os } from '../../implement.ts';
import { loadRecord } from '../records/index.ts';

const build = (context: Context, input: DocumentOptions) => {
  const record = loadRecord(context.connection, input.meetingId);
  return record && { record, document: buildMinutesDocument(record, { languages: input.languages, labels: readLabels() }) };
};

export const documentsHandlers = {
  check: os.documents.check.handler(({ context, input, errors }) => {
    const record = loadRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return checkMinutes(record, input.languages);
  }),
  preview: os.documents.preview.handler(async ({ context, input, errors }) => {
    const built = build(context, input);
    if (built === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return { pages: await context.documents.renderPages(built.document) };
  }),
  exportMinutes: os.documents.exportMinutes.handler(async ({ context, input, errors }) => {
    const built = build(context, input);
    if (built === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const { bytes, pageCount } = await context.documents.renderPdf(built.document);
    const name = readFileNames('en').minutes;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return [{ file: new File([bytes], `${name}.pdf`), format: 'pdf' as const, languages: input.languages, sha256, pages: pageCount }];
  }),
};

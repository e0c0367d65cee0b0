import { maxArchiveBytes } from '#shared/contract/archive.ts';
import { isDocumentFailure } from '../../documents/engine.ts';
import { os } from '../../implement.ts';
import { buildArchive, countKeptBytes } from './build.ts';
import { keepMade, takeMade } from './made.ts';
import { planArchive } from './plan.ts';

export const archiveHandlers = {
  contents: os.archive.contents.handler(({ context, input, errors }) => {
    const planned = planArchive(context.connection, input.meetingId);
    if (planned === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return planned.map(({ record: { meeting }, agreed, attachments }) => ({
      meetingId: meeting.id,
      title: meeting.title,
      date: meeting.date,
      status: meeting.status,
      agreedVersion: agreed?.number ?? null,
      scans: attachments.filter(({ kind }) => kind === 'scan').length,
      documents: attachments.filter(({ kind }) => kind === 'document').length,
    }));
  }),

  create: os.archive.create.handler(async function* ({ context, input, errors, signal }) {
    const planned = planArchive(context.connection, input.meetingId);
    const folder = planned?.[0]?.folder;
    if (planned === undefined || folder === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const sizeBytes = countKeptBytes(planned);
    if (sizeBytes > maxArchiveBytes) throw errors.ARCHIVE_TOO_LARGE({ data: { sizeBytes, maxBytes: maxArchiveBytes } });
    try {
      const built = yield* buildArchive(context, planned, signal);
      if ('damaged' in built) throw errors.CONTENT_DAMAGED({ data: { names: built.damaged } });
      const id = context.newId();
      const name = `${folder}.zip`;
      keepMade(context.connection, id, new File(built.chunks, name, { type: 'application/zip' }));
      const { sha256, files } = built;
      yield { type: 'result' as const, id, name, sizeBytes: built.bytes, sha256, files };
    } catch (error) {
      if (!isDocumentFailure(error)) throw error;
      context.log.bug(error);
      throw errors.DOCUMENT_FAILED({ data: { reason: error.reason } });
    }
  }),

  download: os.archive.download.handler(({ context, input, errors }) => {
    const file = takeMade(context.connection, input.id);
    if (file === undefined) throw errors.NOT_FOUND({ data: { kind: 'archive' } });
    return file;
  }),
};

import { type Attachment, maxAttachmentBytes } from '#shared/contract/attachments.ts';
import { mediaTypeOf } from '#shared/domain/media-types.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { assertKept, keepFile, openKeptFile } from './kept-file.ts';
import {
  findAttachment,
  findForeignHolder,
  findMeetingStatus,
  insertAttachment,
  listAttachments,
  removeAttachment,
  updateAttachment,
} from './repository.ts';
import { isFileLocked, renameFile } from './rules.ts';

export const attachmentsHandlers = {
  list: os.attachments.list.handler(({ context, input, errors }) => {
    if (findMeetingStatus(context.connection, input.meetingId) === undefined) {
      throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    }
    return listAttachments(context.connection, input.meetingId);
  }),

  add: os.attachments.add.handler(async ({ context, input: { file, ...input }, errors }) => {
    const { connection } = context;
    const refuse = (): void => {
      const status = findMeetingStatus(connection, input.meetingId);
      if (status === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
      const foreign = findForeignHolder(connection, input);
      if (foreign !== null) throw errors.NOT_FOUND({ data: { kind: foreign } });
      if (isFileLocked(input.kind, status)) throw errors.LOCKED();
    };
    refuse();
    if (file.size === 0) throw errors.ATTACHMENT_EMPTY();
    if (file.size > maxAttachmentBytes) {
      throw errors.ATTACHMENT_TOO_LARGE({ data: { sizeBytes: file.size, maxBytes: maxAttachmentBytes } });
    }
    const attachment: Attachment = {
      ...input,
      ...(await keepFile(connection, file, input.kind)),
      addedAtMs: context.clock(),
    };
    commit(context, { name: 'attachment.add', label: attachment.name }, (write) => {
      // Other calls were answered meanwhile.
      refuse();
      assertKept(connection, attachment);
      insertAttachment(write, attachment);
    });
    return attachment;
  }),

  update: os.attachments.update.handler(({ context, input, errors }) => {
    const stored = findAttachment(context.connection, input.id);
    const status = stored && findMeetingStatus(context.connection, stored.meetingId);
    if (stored === undefined || status === undefined) throw errors.NOT_FOUND({ data: { kind: 'attachment' } });
    if (isFileLocked(stored.kind, status)) throw errors.LOCKED();
    const name = input.name === undefined ? stored.name : renameFile(input.name, stored.name);
    const next: Attachment = { ...stored, ...input, name, mediaType: mediaTypeOf(name) };
    commit(context, { name: 'attachment.update', label: name }, (write) => {
      updateAttachment(write, next);
    });
    return next;
  }),

  remove: os.attachments.remove.handler(({ context, input, errors }) => {
    const stored = findAttachment(context.connection, input.id);
    const status = stored && findMeetingStatus(context.connection, stored.meetingId);
    if (stored === undefined || status === undefined) throw errors.NOT_FOUND({ data: { kind: 'attachment' } });
    if (isFileLocked(stored.kind, status)) throw errors.LOCKED();
    commit(context, { name: 'attachment.remove', label: stored.name }, (write) => {
      removeAttachment(write, stored.id);
    });
    return { id: input.id };
  }),

  download: os.attachments.download.handler(async ({ context, input, errors }) => {
    const stored = findAttachment(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'attachment' } });
    const file = await openKeptFile(context.connection, stored);
    if (file === undefined) throw errors.CONTENT_DAMAGED({ data: { names: [stored.name] } });
    return file;
  }),
};

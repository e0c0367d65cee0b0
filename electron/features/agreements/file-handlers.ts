import type { AgreementFile } from '#shared/contract/agreements.ts';
import { maxAttachmentBytes } from '#shared/contract/attachments.ts';
import { mediaTypeOf } from '#shared/domain/media-types.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { assertKept, examineContent, keepFile, openKeptFile, renameFile } from '../attachments/index.ts';
import { findFile, insertFile, listFiles, removeFile, updateFile } from './files-repository.ts';
import { findAgreement } from './repository.ts';

/** Files of signed documents: scans, texts, annexes. Their content stands with that of attachments. */
export const fileHandlers = {
  addFile: os.agreements.addFile.handler(async ({ context, input: { file, ...input }, errors }) => {
    const { connection } = context;
    const refuse = (): void => {
      if (findAgreement(connection, input.agreementId) === undefined) {
        throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
      }
    };
    refuse();
    if (file.size === 0) throw errors.ATTACHMENT_EMPTY();
    if (file.size > maxAttachmentBytes) {
      throw errors.ATTACHMENT_TOO_LARGE({ data: { sizeBytes: file.size, maxBytes: maxAttachmentBytes } });
    }
    const added: AgreementFile = {
      ...input,
      ...(await keepFile(connection, file, input.kind)),
      addedAtMs: context.clock(),
    };
    commit(context, { name: 'agreement.fileAdd', label: added.name }, (write) => {
      // Other calls were answered meanwhile.
      refuse();
      assertKept(connection, added);
      insertFile(write, added);
    });
    return added;
  }),

  updateFile: os.agreements.updateFile.handler(({ context, input, errors }) => {
    const stored = findFile(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement_file' } });
    const name = input.name === undefined ? stored.name : renameFile(input.name, stored.name);
    const next: AgreementFile = { ...stored, ...input, name, mediaType: mediaTypeOf(name) };
    commit(context, { name: 'agreement.fileUpdate', label: name }, (write) => {
      updateFile(write, next);
    });
    return next;
  }),

  removeFile: os.agreements.removeFile.handler(({ context, input, errors }) => {
    const stored = findFile(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement_file' } });
    commit(context, { name: 'agreement.fileRemove', label: stored.name }, (write) => {
      removeFile(write, stored.id);
    });
    return { id: input.id };
  }),

  downloadFile: os.agreements.downloadFile.handler(async ({ context, input, errors }) => {
    const stored = findFile(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement_file' } });
    const file = await openKeptFile(context.connection, stored);
    if (file === undefined) throw errors.CONTENT_DAMAGED({ data: { names: [stored.name] } });
    return file;
  }),

  verifyFiles: os.agreements.verifyFiles.handler(async ({ context, input, errors }) => {
    const { connection } = context;
    if (findAgreement(connection, input.agreementId) === undefined) {
      throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
    }
    const states: { id: string; state: 'sound' | 'changed' | 'missing' }[] = [];
    for (const { id, sha256 } of listFiles(connection, input.agreementId)) {
      const state = await examineContent(connection, sha256);
      states.push({ id, state: state === 'damaged' ? 'changed' : state });
    }
    return states;
  }),
};

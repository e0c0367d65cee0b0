import { ORPCError } from '@orpc/client';
import { maxAttachmentBytes } from '#shared/contract/attachments.ts';

/** Throws what the back end would answer: a file that is refused for its size need not travel first. */
export function refuseSize(file: Pick<File, 'size'>): void {
  if (file.size === 0) throw new ORPCError('ATTACHMENT_EMPTY', { defined: true });
  if (file.size > maxAttachmentBytes) {
    const data = { sizeBytes: file.size, maxBytes: maxAttachmentBytes };
    throw new ORPCError('ATTACHMENT_TOO_LARGE', { defined: true, data });
  }
}

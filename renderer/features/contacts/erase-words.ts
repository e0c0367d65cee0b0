import type { EraseBlock, EraseRemain } from '#shared/contract/people.ts';

/* Literal keys, so that the catalogue check sees each of them. */

export const blockKeys = {
  attends: 'erase.blocks.attends',
  owns: 'erase.blocks.owns',
  mentioned: 'erase.blocks.mentioned',
  amending: 'erase.blocks.amending',
  assigned: 'erase.blocks.assigned',
  unlisted: 'erase.blocks.unlisted',
} as const satisfies Record<EraseBlock, string>;

export const remainKeys = {
  agreed_minutes: 'erase.stays.agreedMinutes',
  signed_document: 'erase.stays.signedDocument',
  sent_letter: 'erase.stays.sentLetter',
  kept_version: 'erase.stays.keptVersion',
  handed_out: 'erase.stays.handedOut',
  text: 'erase.stays.text',
} as const satisfies Record<EraseRemain, string>;

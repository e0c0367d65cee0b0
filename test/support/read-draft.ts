import PostalMime from 'postal-mime';
import type { Language } from '#shared/domain/language.ts';

/** An e-mail draft as a mail program understands it. */
export interface Draft {
  subject: string;
  to: string[];
  /** Of the letter; its first tag where there are several. */
  language: Language;
  text: string;
  attachments: { name: string; bytes: Uint8Array }[];
}

/** Reads a draft by a reader that has nothing to do with our writer. */
export async function readDraft({ bytes }: { bytes: Uint8Array }): Promise<Draft> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  const header = mail.headers.find(({ key }) => key === 'content-language')?.value ?? '';
  return {
    subject: mail.subject ?? '',
    to: (mail.to ?? []).map(({ address }) => address ?? ''),
    language: header.slice(0, 2) as Language,
    text: mail.text ?? '',
    attachments: mail.attachments.map(({ filename, content }) => ({
      name: filename ?? '',
      bytes: new Uint8Array(content as ArrayBuffer),
    })),
  };
}

import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { isMailAddress, type MailDraft, writeDraft } from '../../../electron/mail/eml.ts';

const draft: MailDraft = {
  to: { name: 'Кузнецов Антон Борисович', address: 'kuznetsov@example.org' },
  subject: '邀请函：“一带一路”框架下江苏—圣彼得堡科技创新合作会议（2026年12月15日），第三次会议',
  language: 'zh',
  body: { text: '尊敬的王文丽女士：\n\n敬礼！\n', html: '<p lang="zh-Hans-CN">尊敬的王文丽女士：</p>\n' },
  attachments: [
    {
      name: '2026-12-15 Приглашение «на встречу» (RU).pdf',
      plainName: '2026-12-15_Invitation_RU.pdf',
      mediaType: 'application/pdf',
      bytes: new Uint8Array([37, 80, 68, 70, 0, 255, 13, 10]),
    },
    {
      name: '2026-12-15 会议 (ZH).ics',
      plainName: '2026-12-15_Meeting_ZH.ics',
      mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
      bytes: new TextEncoder().encode('BEGIN:VCALENDAR\r\n'),
    },
  ],
};

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
/** Of the message itself: up to the first empty line. */
const headOf = (bytes: Uint8Array): string => textOf(bytes).split('\r\n\r\n')[0]!;

describe('read back by another program', () => {
  test('names, subject, texts and files in all scripts', async () => {
    const email = await PostalMime.parse(await writeDraft(draft));
    expect(email.subject).toBe(draft.subject);
    expect(email.to).toEqual([{ name: 'Кузнецов Антон Борисович', address: 'kuznetsov@example.org' }]);
    expect(email.text?.replace(/\r\n/gu, '\n')).toBe(draft.body.text);
    expect(email.html).toContain('尊敬的王文丽女士：');
    expect(email.attachments.map(({ mimeType, disposition }) => [mimeType, disposition])).toEqual([
      ['application/pdf', 'attachment'],
      ['text/calendar', 'attachment'],
    ]);
    const [pdf, calendar] = email.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer));
    expect(new Uint8Array(pdf!)).toEqual(draft.attachments[0]!.bytes);
    expect(calendar!.toString().trimEnd()).toBe('BEGIN:VCALENDAR');
  });

  test('a file is named in full, and in ASCII for old programs', async () => {
    const text = textOf(await writeDraft(draft));
    expect(text).toContain(
      'Content-Disposition: attachment; filename="2026-12-15_Invitation_RU.pdf";\r\n filename*=UTF-8\'\'',
    );
    const extended = /filename\*=UTF-8''(\S+)/u.exec(text)![1]!;
    expect(decodeURIComponent(extended)).toBe('2026-12-15 Приглашение «на встречу» (RU).pdf');
    expect(extended).toMatch(/^[\w!#$&+.^`|~%-]+$/u);
    expect(text).toMatch(/Content-Type: application\/pdf;\s+name="=\?UTF-8\?B\?/u);
  });
});

describe('headers', () => {
  test('a draft to be edited; what is the sender’s is not there', async () => {
    const head = headOf(await writeDraft(draft));
    expect(head).toMatch(/^X-Unsent: 1$/mu);
    expect(head).toMatch(/^Content-Language: zh-Hans-CN$/mu);
    expect(head).toMatch(/^MIME-Version: 1.0$/mu);
    expect(head).not.toMatch(/^(From|Date|Message-ID|Bcc|Sender):/imu);
  });

  test('no To line without an address', async () => {
    for (const to of [null, { name: 'Zhao Wei', address: '' }, { name: 'Zhao Wei', address: 'a@b.org, c@d.org' }]) {
      expect(headOf(await writeDraft({ ...draft, to }))).not.toMatch(/^To:/imu);
    }
    expect(isMailAddress('wang.wenli@example.org')).toBe(true);
    expect(isMailAddress('Wang <wang@example.org>')).toBe(false);
  });

  test('ASCII alone, lines of at most 998 octets, no lone line ends', async () => {
    const text = textOf(await writeDraft(draft));
    expect(text).toMatch(/^[\t\r\n\x20-\x7E]*$/u);
    expect(text.replace(/\r\n/gu, '')).not.toMatch(/[\r\n]/u);
    expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
    const words = [...text.matchAll(/=\?[^?]+\?[BQ]\?[^?]*\?=/gu)];
    expect(Math.max(...words.map(([word]) => word.length))).toBeLessThanOrEqual(75);
  });

  test('nobody smuggles a header in', async () => {
    const anyLine = fc.string({
      unit: fc.constantFrom('\r', '\n', ':', ' ', '"', '\\', 'B', 'c', '\u2028', 'Ж', '中', '<', '>'),
    });
    const names = ['To', 'Subject', 'X-Unsent', 'Content-Language', 'MIME-Version', 'Content-Type'];
    await fc.assert(
      fc.asyncProperty(anyLine, anyLine, anyLine, async (name, subject, file) => {
        const bytes = await writeDraft({
          ...draft,
          to: { name: `x\r\nBcc: evil@example.org\r\n${name}`, address: 'a@example.org' },
          subject: `${subject}\r\nBcc: evil@example.org`,
          attachments: [{ ...draft.attachments[0]!, name: `a${file}.pdf`, plainName: `a${file}.pdf` }],
        });
        const found = headOf(bytes)
          .split('\r\n')
          .filter((line) => !/^[ \t]/u.test(line))
          .map((line) => line.split(':')[0]!);
        expect(found.every((header) => names.includes(header))).toBe(true);
        const parts = textOf(bytes)
          .split('\r\n')
          .filter((line) => /^[A-Za-z-]+:/u.test(line));
        expect(parts.some((line) => /^Bcc:/iu.test(line))).toBe(false);
        const email = await PostalMime.parse(bytes);
        expect(email.attachments).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('the same draft gives the same bytes', async () => {
    expect(await writeDraft(draft)).toEqual(await writeDraft(draft));
  });
});

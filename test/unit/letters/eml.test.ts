import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { HeaderRefused, isMailAddress, type MailDraft, writeDraft } from '../../../electron/mail/eml.ts';

const draft: MailDraft = {
  to: [{ name: 'Кузнецов Антон Борисович', address: 'kuznetsov@example.org' }],
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

  test.each([
    'Отчёт «Тест» — копия № 3.pdf',
    '工作组第三次会议（草案），第2版.docx',
    'O\'Brien, "final"; 100% = a=b?= 😀👩🏽\u200D🔬 e\u0301.pdf',
    `${'Протокол двустороннего заседания '.repeat(4)}${'会议纪要'.repeat(10)}.pdf`,
    'plain.txt',
  ])('a name intact: %s', async (name) => {
    const [file] = draft.attachments;
    const to = [{ name: name.slice(0, -4), address: 'a@example.org' }];
    const bytes = await writeDraft({ ...draft, to, subject: name, attachments: [{ ...file!, name }] });
    const email = await PostalMime.parse(bytes);
    expect([email.attachments[0]!.filename, email.subject, email.to]).toEqual([name, name, to]);
    // The older way, for programs that read the name of the content type only.
    const typed = /Content-Type: application\/pdf;\s+name=(.*)\r\n(?! )/su
      .exec(textOf(bytes))![1]!
      .split('\r\nContent-')[0]!;
    const decoded = [...typed.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/gu)].map(([, word]) =>
      Buffer.from(word!, 'base64').toString(),
    );
    expect(decoded.length === 0 ? typed.replace(/^"|"$/gu, '') : decoded.join('')).toBe(name);
    expect(decoded.join('')).not.toContain('\uFFFD');
  });

  test('two hundred people in one To line, each with name and address', async () => {
    const names = ['Кузнецов "Антон", Борисович', '王文丽', "O'Hara, Anne (Dr)", 'Ю'.repeat(120), 'Li "Na" \\ Wei'];
    const to = Array.from({ length: 200 }, (_, index) => ({
      name: `${names[index % names.length]!} ${index}`,
      address: `person.${index}@example.org`,
    }));
    const bytes = await writeDraft({ ...draft, to });
    expect((await PostalMime.parse(bytes)).to).toEqual(to);
    const head = headOf(bytes).split('\r\n');
    expect(Math.max(...head.map(({ length }) => length))).toBeLessThanOrEqual(160);
    const words = [...headOf(bytes).matchAll(/=\?UTF-8\?B\?([^?]*)\?=/gu)];
    expect(Math.max(...words.map(([word]) => word.length))).toBeLessThanOrEqual(75);
    for (const [, word] of words) expect(Buffer.from(word!, 'base64').toString()).not.toContain('\uFFFD');
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
    const name = 'Zhao Wei';
    for (const to of [[], [{ name, address: '' }], [{ name, address: 'a@b.org, c@d.org' }]]) {
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

  test('line breaks and other control characters are refused, by name', async () => {
    const [file] = draft.attachments;
    for (const sign of ['\r\n', '\r', '\n', '\0', '\u0085', '\u001B']) {
      const text = `a${sign}Bcc: evil@example.org`;
      for (const [field, hostile] of [
        ['recipient', { to: [{ name: text, address: 'a@example.org' }] }],
        ['subject', { subject: text }],
        ['attachment', { attachments: [{ ...file!, name: text }] }],
      ] as const) {
        const refused = await writeDraft({ ...draft, ...hostile }).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(HeaderRefused);
        expect((refused as HeaderRefused).field).toBe(field);
      }
    }
  });

  test('whatever is let through is one header each, and one file', async () => {
    const sign = fc.constantFrom(...Array.from('\r\n\u2028\u2029\uD800\t:;,"\\ =?<>@BcЖ中😀\u0301\u202E'));
    const anyLine = fc.string({ unit: sign, maxLength: 120 });
    const names = ['To', 'Subject', 'X-Unsent', 'Content-Language', 'MIME-Version', 'Content-Type'];
    await fc.assert(
      fc.asyncProperty(anyLine, anyLine, anyLine, async (name, subject, file) => {
        const hostile = {
          ...draft,
          to: [
            { name: `x ${name}`, address: 'a@example.org' },
            { name: `y ${name}`, address: `b${name}@example.org` },
          ],
          subject: `${subject} Bcc: evil@example.org`,
          attachments: [{ ...draft.attachments[0]!, name: `a${file}.pdf`, plainName: `a${file}.pdf` }],
        };
        const isRefused = /\p{Cc}/u.test(name + subject + file);
        const bytes = await writeDraft(hostile).catch((error: unknown) => error);
        expect(bytes instanceof HeaderRefused).toBe(isRefused);
        if (!(bytes instanceof Uint8Array)) return;
        const found = headOf(bytes)
          .split('\r\n')
          .filter((line) => !/^[ \t]/u.test(line))
          .map((line) => line.split(':')[0]!);
        expect(found.toSorted()).toEqual(names.toSorted());
        expect(textOf(bytes)).toMatch(/^[\t\r\n\x20-\x7E]*$/u);
        const email = await PostalMime.parse(bytes);
        const shown = (text: string): string =>
          text
            .toWellFormed()
            .replace(/[\u2028\u2029]+/gu, ' ')
            .trim();
        expect(email.subject).toBe(shown(hostile.subject));
        expect(email.to?.[0]).toEqual({ name: shown(hostile.to[0]!.name), address: 'a@example.org' });
        expect(email.attachments.map(({ filename }) => filename)).toEqual([shown(hostile.attachments[0]!.name)]);
      }),
      { numRuns: 100 },
    );
  });

  test('the same draft gives the same bytes', async () => {
    expect(await writeDraft(draft)).toEqual(await writeDraft(draft));
  });
});

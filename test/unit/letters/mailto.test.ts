import { expect, test } from 'vitest';
import { describeMailto } from '../../../electron/mail/mailto.ts';

/** As a mail program reads it: RFC 6068 knows no `+` for a space. */
function read(link: string): { to: string; subject: string; body: string } {
  const [, to = '', query = ''] = /^mailto:([^?]*)\?(.*)$/u.exec(link) ?? [];
  const fields = new Map(query.split('&').map((pair) => pair.split('=') as [string, string]));
  return {
    to: decodeURIComponent(to),
    subject: decodeURIComponent(fields.get('subject')!),
    body: decodeURIComponent(fields.get('body')!),
  };
}

test('address, subject and lines come through in all scripts', () => {
  const subject = 'A & B = C? 100% «Тест» 会议 #1';
  const link = describeMailto(' o.brien+x%y&z@example.org ', subject, 'Уважаемые коллеги!\n\n1 + 1 = 2\r\n敬礼！😀\n')!;
  expect(link).toMatch(/^mailto:o\.brien%2Bx%25y%26z@example\.org\?subject=[^&\s]+&body=[^&\s]+$/u);
  expect(link).toContain('%0D%0A%0D%0A1%20%2B%201');
  expect(read(link)).toEqual({
    to: 'o.brien+x%y&z@example.org',
    subject,
    body: 'Уважаемые коллеги!\r\n\r\n1 + 1 = 2\r\n敬礼！😀',
  });
});

test('without an address, or with one that is several, nobody is named', () => {
  for (const address of ['', 'a@b.org, c@d.org', 'a@b.org?bcc=evil@example.org\n', 'Wang <a@b.org>']) {
    const { to, subject } = read(describeMailto(address, 's', 't')!);
    expect(to.includes(',') || to.includes('<')).toBe(false);
    expect(subject).toBe('s');
  }
  expect(describeMailto('a?bcc=evil@example.org', 's', 't')).toBe('mailto:a%3Fbcc%3Devil@example.org?subject=s&body=t');
});

test('none where the address is longer than programs take', () => {
  const head = 'mailto:a@b.org?subject=s&body='.length;
  expect(describeMailto('a@b.org', 's', 'x'.repeat(2_000 - head))).toHaveLength(2_000);
  expect(describeMailto('a@b.org', 's', 'x'.repeat(2_001 - head))).toBeNull();
  expect(describeMailto('a@b.org', 's', '工'.repeat(300))).toBeNull();
});

import { expect, test } from 'vitest';
import { nameFile, renameFile } from '../../electron/features/attachments/rules.ts';

test.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\scans\\CON.pdf', 'C__scans_CON.pdf'],
  ['con.pdf', '_con.pdf'],
  ['COM¹.txt', '_COM¹.txt'],
  ['.htaccess', 'htaccess'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a\u0000b\u0007c.txt', 'a_b_c.txt'],
  ['Протокол\u00A0 №\t1 .pdf', 'Протокол № 1.pdf'],
  ['e\u0301.pdf', '\u00E9.pdf'],
  ['会议纪要。. . ', '会议纪要。'],
  [' . ', 'document'],
  [`${'会'.repeat(300)}.docx`, `${'会'.repeat(65)}.docx`],
  [`${'𠮷'.repeat(300)}.pdf`, `${'𠮷'.repeat(49)}.pdf`],
])('the name %j is kept as %j', (proposed, name) => {
  expect(nameFile(proposed, 'document')).toBe(name);
});

test('a new name keeps the extension unless it brings one of its own', () => {
  expect(renameFile('Signed copy', 'scan.pdf')).toBe('Signed copy.pdf');
  expect(renameFile('Signed copy.tiff', 'scan.pdf')).toBe('Signed copy.tiff');
  expect(renameFile(' ', 'scan.pdf')).toBe('scan.pdf');
});

import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { letterheadLimits } from '#shared/contract/letterheads.ts';
import { emptyText, languages } from '#shared/domain/language.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { readDocxBody, squash } from '../support/read-documents.ts';
import { makeOrganization } from '../support/records.ts';
import { jpegs, makePng } from '../support/pictures.ts';
import { addTalks } from '../support/talks.ts';

const bytesOf = async (file: File): Promise<Buffer> => Buffer.from(await file.arrayBuffer());
const address = { en: '1 Example Lane\nSampleton', ru: 'ул. Примерная, 1', zh: '示例路1号' };
const pngFile = (width: number, height: number): File => new File([makePng(width, height)], 'Логотип.txt');

/** The dictionary of a picture is never packed (ISO 32000-1, 7.5.7). */
const hasPicture = (pdf: Buffer): boolean => /\/Subtype\s*\/Image\b/u.test(pdf.toString('latin1'));

/** What the program gives to begin with is a letterhead that it takes. */
async function sampleFor(client: Client, organizationId: string): Promise<File> {
  const sample = await client.letterheads.sample({ organizationId, language: 'ru' });
  return new File([await sample.arrayBuffer()], ' Бланк / института.docx ');
}

async function openWithOrganization() {
  const { backend } = openTestBackend();
  const organization = makeOrganization();
  await backend.client.organizations.create(organization);
  return { backend, client: backend.client, organization, organizationId: organization.id };
}

test('written, read back, undone and redone step by step; what says nothing is none', async () => {
  const { backend, client, organization, organizationId } = await openWithOrganization();
  const nothing = {
    organizationId,
    name: organization.name,
    address: emptyText(),
    phone: '',
    email: '',
    website: '',
    logo: null,
    template: null,
  };
  expect(await client.letterheads.get({ organizationId })).toEqual(nothing);
  const steps = [dump(backend.context.connection)];
  const keep = () => steps.push(dump(backend.context.connection));
  await client.letterheads.update({ organizationId, address, phone: '+7 812\u0007 000', website: 'example.org' });
  keep();
  await client.letterheads.update({ organizationId, email: 'office@institute.example' });
  keep();
  await client.letterheads.setLogo({ organizationId, file: pngFile(40, 20) });
  keep();
  await client.letterheads.setTemplate({ organizationId, file: await sampleFor(client, organizationId) });
  keep();
  const written = await client.letterheads.get({ organizationId });
  expect(written).toMatchObject({
    ...nothing,
    address,
    phone: '+7 812 000',
    email: 'office@institute.example',
    website: 'example.org',
    logo: { mediaType: 'image/png', width: 40, height: 20 },
    template: { name: 'Бланк _ института.docx' },
  });
  expect(written.template?.placeholders).toContain('body');
  expect(await client.letterheads.list()).toEqual([
    { organizationId, name: organization.name, hasLogo: true, hasTemplate: true },
  ]);
  const logo = await client.letterheads.logo({ organizationId });
  expect([logo.type, (await bytesOf(logo)).equals(makePng(40, 20))]).toEqual(['image/png', true]);
  const template = await client.letterheads.template({ organizationId });
  expect(template.name).toBe('Бланк _ института.docx');
  await client.letterheads.setLogo({ organizationId, file: null });
  await client.letterheads.setTemplate({ organizationId, file: null });
  await client.letterheads.update({ organizationId, address: emptyText(), phone: '', email: '', website: '' });
  expect(await client.letterheads.get({ organizationId })).toEqual(nothing);
  expect(await client.letterheads.list()).toEqual([]);
  for (let step = 0; step < 3; step++) await client.history.undo();
  for (const state of steps.toReversed()) {
    expect(dump(backend.context.connection)).toEqual(state);
    await client.history.undo();
  }
  await client.history.redo();
  for (const state of steps) {
    expect(dump(backend.context.connection)).toEqual(state);
    await client.history.redo();
  }
  expect((await client.app.check()).integrity).toBe('ok');
});

test('pictures and files that are refused, and why; nothing changes', async () => {
  const { backend, client, organizationId } = await openWithOrganization();
  const before = dump(backend.context.connection);
  const sized = (size: number, name: string): File =>
    Object.defineProperty(new File(['x'], name), 'size', { value: size });
  for (const [file, reason] of [
    [new File([], 'empty.png'), 'empty'],
    [new File(['<svg/>'], 'picture.png', { type: 'image/png' }), 'not-a-picture'],
    [new File([jpegs.baseline.subarray(0, 200)], 'cut.jpg'), 'not-a-picture'],
    [pngFile(letterheadLimits.logoPixels + 1, 1), 'too-many-pixels'],
    [sized(letterheadLimits.logoBytes + 1, 'large.png'), 'too-large'],
  ] as const) {
    const { error } = await safe(client.letterheads.setLogo({ organizationId, file }));
    expect(error).toMatchObject({ code: 'LOGO_REFUSED', defined: true, data: { reason } });
  }
  for (const [file, code] of [
    [new File([], 'empty.docx'), 'not-a-docx'],
    [new File(['no archive'], 'text.docx'), 'not-a-docx'],
    [sized(letterheadLimits.templateBytes + 1, 'large.docx'), 'too-large'],
  ] as const) {
    const { error } = await safe(client.letterheads.setTemplate({ organizationId, file }));
    expect(error).toMatchObject({ code: 'TEMPLATE_REFUSED', data: { problems: [{ code }] } });
    expect((await client.letterheads.checkTemplate({ file })).problems).toMatchObject([{ code }]);
  }
  expect(dump(backend.context.connection)).toEqual(before);
  const nobody = newId();
  for (const call of [
    client.letterheads.get({ organizationId: nobody }),
    client.letterheads.update({ organizationId: nobody, phone: '1' }),
    client.letterheads.setLogo({ organizationId: nobody, file: null }),
    client.letterheads.setTemplate({ organizationId: nobody, file: null }),
    client.letterheads.sample({ organizationId: nobody, language: 'en' }),
    client.letterheads.logo({ organizationId }),
    client.letterheads.template({ organizationId }),
  ]) {
    await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('documents carry the letterhead: PDF with the logo, DOCX in the file of the organisation', async () => {
  const { backend } = openTestBackend();
  const { client } = backend;
  const { meeting, institute } = await addTalks(client);
  const organizationId = institute.id;
  const options = { meetingId: meeting.id, kind: 'actions' as const, languages: ['ru' as const] };
  const make = async (format: 'pdf' | 'docx'): Promise<Buffer> => {
    const [made] = await client.documents.export({ ...options, letterheadId: organizationId, formats: [format] });
    return bytesOf(made!.file);
  };
  await client.letterheads.update({ organizationId, address, phone: '+7 812 000' });
  const plain = await make('pdf');
  expect(readDocxBody(await make('docx'))).toContain(squash('ул. Примерная, 1'));
  for (const file of [pngFile(40, 20), new File([jpegs.baseline], 'a.jpg'), new File([jpegs.progressive], 'b.jpg')]) {
    await client.letterheads.setLogo({ organizationId, file });
    expect(hasPicture(await make('pdf'))).toBe(true);
  }
  expect(hasPicture(plain)).toBe(false);
  await client.letterheads.setTemplate({ organizationId, file: await sampleFor(client, organizationId) });
  const filled = readDocxBody(await make('docx'));
  expect(filled).toContain(squash('Подготовить программу семинара.'));
  expect(filled).toContain(squash(institute.name.ru));
  expect(filled).not.toContain('{{');
  // What is kept was changed from outside.
  const { logo, template } = await client.letterheads.get({ organizationId });
  const damage = (sha256: string) =>
    backend.context.connection.sql('UPDATE stored_file SET bytes = ? WHERE sha256 = ?', Buffer.from('x'), sha256);
  damage(template!.sha256);
  await expect(make('docx')).rejects.toMatchObject({ code: 'CONTENT_DAMAGED', data: { names: [template!.name] } });
  damage(logo!.sha256);
  await expect(make('pdf')).rejects.toMatchObject({ code: 'CONTENT_DAMAGED' });
  await expect(client.letterheads.logo({ organizationId })).rejects.toMatchObject({ code: 'CONTENT_DAMAGED' });
});

test('a letterhead to begin with, in each language, has no problems', async () => {
  const { client, organizationId } = await openWithOrganization();
  await client.letterheads.setLogo({ organizationId, file: pngFile(40, 20) });
  const names = new Set<string>();
  for (const language of languages) {
    const file = await client.letterheads.sample({ organizationId, language });
    expect(await client.letterheads.checkTemplate({ file })).toMatchObject({ problems: [] });
    names.add(file.name);
  }
  expect(names.size).toBe(3);
});

test('it goes with its organisation and comes back with it', async () => {
  const { backend, client, organizationId } = await openWithOrganization();
  await client.letterheads.update({ organizationId, address });
  const before = dump(backend.context.connection);
  await client.organizations.remove({ id: organizationId });
  expect(await client.letterheads.list()).toEqual([]);
  await client.history.undo();
  expect(dump(backend.context.connection)).toEqual(before);
});

test('two organisations become one: its own letterhead, filled up from the other', async () => {
  const { backend, client, organizationId } = await openWithOrganization();
  const other = makeOrganization();
  const third = makeOrganization();
  for (const each of [other, third]) await client.organizations.create(each);
  await client.letterheads.update({ organizationId, phone: '1' });
  await client.letterheads.update({ organizationId: other.id, address, phone: '2', email: 'b@b.example' });
  await client.letterheads.setLogo({ organizationId: other.id, file: pngFile(30, 30) });
  const before = dump(backend.context.connection);
  await client.duplicates.merge({ kind: 'organization', keepId: organizationId, mergeId: other.id });
  const joined = await client.letterheads.get({ organizationId });
  expect(joined).toMatchObject({ address, phone: '1', email: 'b@b.example', logo: { width: 30 } });
  await client.duplicates.merge({ kind: 'organization', keepId: third.id, mergeId: organizationId });
  expect(await client.letterheads.get({ organizationId: third.id })).toMatchObject({ address, phone: '1' });
  expect(await client.letterheads.list()).toHaveLength(1);
  await client.history.undo();
  await client.history.undo();
  expect(dump(backend.context.connection)).toEqual(before);
});

import { describe, expect, test } from 'vitest';
import { type DocumentFinding, type DocumentKind, documentKinds } from '#shared/contract/documents.ts';
import { concernsOrganization, findBelongings } from '#shared/domain/documents/belongs.ts';
import { checkDocument } from '#shared/domain/documents/check.ts';
import { emptyText, languages } from '#shared/domain/language.ts';
import { checkMinutes } from '#shared/domain/minutes/index.ts';
import { exampleRecord, id } from '../minutes/example-record.ts';

const [institute, centre, consulate] = [id(2, 1), id(2, 2), id(2, 3)];

const codesOf = (kind: DocumentKind, organizationId: string | null = null): DocumentFinding['code'][] => [
  ...new Set(checkDocument(exampleRecord(), kind, languages, organizationId).map(({ code }) => code)),
];

describe('what concerns an organisation', () => {
  test('that organises or leads, but did not take part in an item, does not', () => {
    const record = exampleRecord();
    expect(concernsOrganization(record, institute)).toBe(false);
    expect(concernsOrganization(record, centre)).toBe(true);
    // Its Consul General presents the first item and its Consul has an action.
    expect(findBelongings(record, consulate).items.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('a person counts for the organisation that the minutes print, else for that of the register on the day', () => {
    const record = exampleRecord();
    record.attendance[0]!.organization = emptyText();
    record.people = [
      {
        ...{ id: id(4, 1), gender: '', title: emptyText(), country: 'CN', email: '', phone: '', messenger: '' },
        ...{ languages: '', note: '', aliases: [] },
        affiliations: [
          { id: id(13, 1), organizationId: institute, position: emptyText(), from: null, to: '2019-12-31' },
          { id: id(13, 2), organizationId: consulate, position: emptyText(), from: '2020-01-01', to: null },
        ],
        names: {
          latin: { family: '', given: '', patronymic: '', display: '', sortKey: '', source: 'entered' },
          cyrillic: { family: '', given: '', patronymic: '', display: '', sortKey: '', source: 'entered' },
          han: { family: '', given: '', patronymic: '', display: '', sortKey: '', source: 'entered' },
        },
      },
    ];
    expect(findBelongings(record, consulate).attendance(record.attendance[0]!)).toBe(true);
    expect(findBelongings(record, institute).attendance(record.attendance[0]!)).toBe(false);
    record.attendance[0]!.organization = record.organizations[0]!.name;
    expect(findBelongings(record, consulate).attendance(record.attendance[0]!)).toBe(false);
    expect(findBelongings(record, institute).attendance(record.attendance[0]!)).toBe(true);
  });

  test('an action of a whole side is that of the organisation that leads it, of no other', () => {
    const record = exampleRecord();
    const action = record.entries.find(({ kind }) => kind === 'action')!;
    action.action!.owners = [{ id: id(10, 3), kind: 'side', ownerId: record.meeting.sides[0]!.id }];
    expect(findBelongings(record, institute).action(action)).toBe(true);
    expect(findBelongings(record, centre).action(action)).toBe(false);
    expect(findBelongings(record, consulate).action(action)).toBe(false);
  });

  test('an item in which one of its people is named does', () => {
    const record = exampleRecord();
    record.entries[6]!.mentions = [id(4, 2)];
    record.entries = [record.entries[6]!];
    expect(findBelongings(record, centre).items.map(({ number }) => number)).toEqual([2]);
  });
});

describe('the check list of a kind', () => {
  test('of minutes is that of the minutes, of every other a part of it', () => {
    const all = checkMinutes(exampleRecord(), languages);
    expect(checkDocument(exampleRecord(), 'minutes', languages)).toEqual(all);
    for (const kind of documentKinds) {
      const places = checkDocument(exampleRecord(), kind, languages, centre).map((finding) =>
        all.findIndex((one) => JSON.stringify(one) === JSON.stringify(finding)),
      );
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test('an agenda asks for no owner, a news item for no secretary, a sheet for names', () => {
    expect(codesOf('agenda')).not.toContain('action-without-owner');
    expect(codesOf('agenda')).not.toContain('text-missing');
    expect(codesOf('actions')).toEqual(['action-without-owner', 'action-without-due']);
    expect(codesOf('news')).toContain('speaker-unknown');
    expect(codesOf('news')).not.toContain('secretary-missing');
    expect(codesOf('attendance_sheet')).toEqual(['organization-missing', 'name-missing', 'position-missing']);
    expect(codesOf('invitation')).toEqual([]);
  });

  test('an extract asks only for what it prints', () => {
    expect(codesOf('extract', centre)).not.toContain('action-without-owner');
    const record = exampleRecord();
    const [speech] = record.entries;
    speech!.texts.zh.text = '';
    const findings = checkDocument(record, 'extract', ['zh'], centre).filter(({ code }) => code === 'text-missing');
    expect(findings.map(({ ref }) => ref.id)).toEqual([id(6, 8)]);
  });
});

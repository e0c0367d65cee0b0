import { describe, expect, test } from 'vitest';
import { documentOptions } from '#shared/contract/documents.ts';
import { documentTraits } from '#shared/domain/documents/traits.ts';
import {
  chooseFormats,
  chooseKind,
  chooseLanguages,
  countFiles,
  type Draft,
  findObstacle,
  offersOf,
  requestOf,
} from '../../../renderer/features/documents/option-rules.ts';

const meetingId = '01890000-0000-7000-8000-000000000001';
const organizationId = '01890000-0000-7000-8000-000000000002';

function draft(changes: Partial<Draft> = {}): Draft {
  return {
    ...documentOptions.parse({ meetingId, languages: ['en', 'ru', 'zh'] }),
    formats: ['pdf', 'docx'],
    ...changes,
  };
}

describe('another kind', () => {
  test('keeps what suits it', () => {
    const before = draft({ layout: 'columns', languages: ['ru', 'zh'], formats: ['docx'] });
    expect(chooseKind(before, 'agenda')).toEqual({ ...before, kind: 'agenda' });
  });

  test('three columns of an agenda become one file of minutes, not three', () => {
    const agenda = draft({ kind: 'agenda', layout: 'columns' });
    expect(chooseKind(agenda, 'minutes').layout).toBe('sequential');
    expect(chooseKind(draft({ layout: 'columns', languages: ['ru', 'zh'] }), 'invitation').layout).toBe('sequential');
  });

  test('a format that it does not have goes, and one is left', () => {
    expect(chooseKind(draft({ formats: ['pdf', 'md'] }), 'news').formats).toEqual(['pdf']);
    expect(chooseKind(draft({ formats: ['md'] }), 'news').formats).toEqual(['pdf']);
    expect(chooseKind(draft({ formats: [] }), 'news').formats).toEqual([]);
  });

  test('nothing unsuitable is left whatever was chosen before', () => {
    const kinds = Object.keys(documentTraits) as Draft['kind'][];
    for (const from of kinds) {
      for (const to of kinds) {
        const chosen = chooseKind(draft({ ...chooseKind(draft({ layout: 'columns' }), from), organizationId }), to);
        expect(findObstacle(requestOf(chosen, meetingId, 2), chosen.formats, 2), `${from} → ${to}`).toBeNull();
      }
    }
  });
});

test('what concerns another kind is not sent, and is there again with that kind', () => {
  const minutes = draft({
    alternat: 'keeper',
    authenticity: { kind: 'prevails', language: 'en' },
    isNonBinding: true,
    organizationId,
  });
  expect(requestOf(minutes, meetingId, 2)).toEqual({
    meetingId,
    kind: 'minutes',
    languages: ['en', 'ru', 'zh'],
    layout: 'single',
    letterheadId: null,
    organizationId: null,
    alternat: 'keeper',
    authenticity: { kind: 'prevails', language: 'en' },
    isNonBinding: true,
  });
  const news = chooseKind(minutes, 'news');
  expect(requestOf(news, meetingId, 2)).toMatchObject({
    alternat: 'off',
    authenticity: { kind: 'unsaid' },
    isNonBinding: false,
    organizationId: null,
  });
  expect(requestOf(chooseKind(news, 'extract'), meetingId, 2)).toMatchObject({ organizationId });
  expect(requestOf(chooseKind(news, 'minutes'), meetingId, 2)).toEqual(requestOf(minutes, meetingId, 2));
});

test('copies are offered to two sides, the question which text counts where there are several', () => {
  expect(offersOf(draft(), 2)).toMatchObject({ hasCopies: true, hasAuthenticity: true, hasOrganization: false });
  expect(offersOf(draft(), 3).hasCopies).toBe(false);
  expect(offersOf(draft({ languages: ['ru'] }), 2).hasAuthenticity).toBe(false);
  expect(offersOf(draft({ kind: 'extract' }), 2)).toMatchObject({ hasCopies: false, hasOrganization: true });
});

test('languages stand in their fixed order; the text that counted and is gone gives way', () => {
  const two = chooseLanguages(draft({ languages: ['zh'] }), 'ru', true);
  expect(two.languages).toEqual(['ru', 'zh']);
  const prevailing = draft({ authenticity: { kind: 'prevails', language: 'en' } });
  expect(chooseLanguages(prevailing, 'en', false).authenticity).toEqual({ kind: 'prevails', language: 'ru' });
  expect(chooseLanguages(prevailing, 'zh', false).authenticity).toEqual({ kind: 'prevails', language: 'en' });
  const none = chooseLanguages(draft({ languages: ['en'] }), 'en', false);
  expect(findObstacle(requestOf(none, meetingId, 2), none.formats, 2)).toBe('nothing-chosen');
});

test('why nothing can be made is known before anything is asked', () => {
  const reasonOf = (changes: Partial<Draft>) => {
    const chosen = draft(changes);
    return findObstacle(requestOf(chosen, meetingId, 2), chosen.formats, 2);
  };
  expect(reasonOf({ layout: 'columns' })).toBe('columns-too-many');
  expect(reasonOf({ layout: 'columns', languages: ['ru'] })).toBe('columns-need-languages');
  expect(reasonOf({ kind: 'extract' })).toBe('organization-needed');
  expect(reasonOf({ kind: 'agenda', formats: ['md'] })).toBe('format-not-for-kind');
  expect(reasonOf({ kind: 'agenda', layout: 'columns' })).toBeNull();
});

test('how many files there will be', () => {
  const count = (changes: Partial<Draft>) => {
    const chosen = draft(changes);
    return countFiles(requestOf(chosen, meetingId, 2), chosen.formats);
  };
  expect(count({})).toBe(6);
  expect(count({ layout: 'sequential' })).toBe(2);
  expect(count({ layout: 'sequential', alternat: 'keeper' })).toBe(4);
  expect(count({ alternat: 'language', formats: chooseFormats(draft(), 'md', true).formats })).toBe(18);
});

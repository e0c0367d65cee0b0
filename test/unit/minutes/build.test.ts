import { describe, expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { meetingRecord } from '#shared/contract/records.ts';
import { emptyText, type Language, languages } from '#shared/domain/language.ts';
import { buildMinutesDocument, type MinutesSection } from '#shared/domain/minutes/index.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { exampleRecord, id } from './example-record.ts';
import { printSection } from './print-section.ts';

const labels = readLabels();

function buildSection(record: MeetingRecord, language: Language): MinutesSection {
  return buildMinutesDocument(record, { languages: [language], labels }).sections[0]!;
}

/** The example after a change of its fields. */
function changed(change: (record: MeetingRecord) => void): MeetingRecord {
  const record = exampleRecord();
  change(record);
  return record;
}

const print = (record: MeetingRecord, language: Language): string => printSection(buildSection(record, language));

test('the example is a record of the public format', () => {
  expect(meetingRecord.parse(exampleRecord())).toEqual(exampleRecord());
});

test.each(languages)('everything of the example stands in its place (%s)', async (language) => {
  await expect(print(exampleRecord(), language)).toMatchFileSnapshot(`./expected/example.${language}.txt`);
});

test('numbers are the same in all languages', () => {
  const { sections } = buildMinutesDocument(exampleRecord(), { languages, labels });
  const numbers = sections.map((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind === 'points')
        return block.points.map((point) => `${point.id} ${/\d+(\.\d+)?/u.exec(point.number)?.[0]}`);
      if (block.kind === 'table') return block.rows.map((row) => `${row.id} ${row.cells[0]![0]![0]!.text}`);
      return [];
    }),
  );
  expect(numbers[0]).toContain(`${id(6, 7)} 2.1`);
  expect(numbers[1]).toEqual(numbers[0]);
  expect(numbers[2]).toEqual(numbers[0]);
});

describe('a name', () => {
  const nameless = (record: MeetingRecord): void => {
    record.attendance = [{ ...record.attendance[0]!, name: emptyText() }];
    const blank = { family: '', given: '', patronymic: '', display: '', sortKey: '', source: 'entered' as const };
    record.people = [
      {
        id: id(4, 1),
        gender: '',
        title: emptyText(),
        country: 'CN',
        email: '',
        phone: '',
        messenger: '',
        languages: '',
        note: '',
        aliases: [],
        affiliations: [],
        names: {
          latin: { ...blank, family: 'Wang', given: 'Wenli' },
          cyrillic: { ...blank, family: 'Ванова', source: 'generated' },
          han: { ...blank, family: '王', given: '文丽' },
        },
      },
    ];
  };

  test('that was generated is never printed: an entered form, Latin first, with a mark', () => {
    const text = print(changed(nameless), 'ru');
    expect(text).not.toContain('Ванова');
    expect(text).toContain('/Wang Wenli/{~[латиницей]}');
  });

  test('comes from the register only where the snapshot is empty', () => {
    expect(print(changed(nameless), 'zh')).toContain('王文丽');
    const kept = changed((record) => {
      nameless(record);
      record.attendance[0]!.name.en = 'Wang W.';
    });
    expect(print(kept, 'zh')).not.toContain('王文丽');
  });
});

describe('date and time', () => {
  test('without a stated hour there is no time', () => {
    const text = print(
      changed((record) => void (record.meeting.startTime = null)),
      'en',
    );
    expect(text).toContain('Date: 16~June~2020');
    expect(text).not.toMatch(/^Time:/mu);
  });

  test('the other side may have another day', () => {
    const record = changed(({ meeting }) => {
      meeting.startTime = '00:30';
      meeting.endTime = null;
    });
    expect(print(record, 'en')).toContain('00:30 (UTC+8, Chinese side) | 15~June~2020, 19:30 (UTC+3, Russian side)');
  });

  test('sides on one clock share it', () => {
    const record = changed(({ meeting }) => meeting.sides.forEach((side) => (side.zone = 'Europe/Moscow')));
    record.meeting.zone = 'Europe/Moscow';
    expect(print(record, 'ru')).toContain('15:00–17:30 (UTC+3, Китайская сторона, Российская сторона)');
  });

  test('several days', () => {
    const record = changed((changing) => void (changing.meeting.endDate = '2020-06-18'));
    expect(print(record, 'en')).toContain('16–18~June~2020');
    expect(print(record, 'ru')).toContain('16–18~июня~2020~г.');
    expect(print(record, 'zh')).toContain('2020年6月16日至18日');
  });
});

test.each([
  ['draft', 'ПРОЕКТ'],
  ['circulated', 'ПРОЕКТ'],
  ['agreed', null],
  ['amended', null],
] as const)('status %s carries the mark %s', (status, mark) => {
  expect(
    buildSection(
      changed((record) => void (record.meeting.status = status)),
      'ru',
    ).draftMark,
  ).toBe(mark);
});

test('minutes of one body are signed by chair and secretary', () => {
  const record = changed((changing) => {
    changing.meeting.sides = [];
    changing.meeting.minutesKind = 'minutes';
  });
  const text = print(record, 'zh');
  expect(text).toContain('# 会议纪要（第3号）');
  expect(text).toContain('____ 主持; 总领事馆总领事; 王文丽');
  expect(text).toContain('____ 记录; ; 李娜');
});

test('a text missing everywhere is a visible gap', () => {
  const record = changed((changing) => {
    const decision = changing.entries.find((entry) => entry.kind === 'decision')!;
    for (const language of languages) decision.texts[language].text = '';
  });
  expect(print(record, 'ru')).toContain('2.1. <текст не внесён>');
});

test('an empty meeting still makes a document', () => {
  const record = changed((changing) => {
    Object.assign(changing, { attendance: [], agenda: [], entries: [], agreements: [], group: null });
    Object.assign(changing.meeting, { sides: [], title: emptyText(), number: '', venues: [], organizers: [] });
  });
  expect(print(record, 'en')).toContain('# Agreed Minutes\n');
});

test.each([
  ['en', '(head of delegation, <attendance not recorded>)'],
  ['ru', '(глава делегации, <явка не отмечена>)'],
  ['zh', '（代表团团长，<出席情况未登记>）'],
] as const)('who is only expected stands among those who did not come, with a gap (%s)', (language, mark) => {
  const record = changed(({ attendance }) => {
    for (const row of attendance) row.presence = 'present';
    Object.assign(attendance[0]!, {
      presence: 'expected',
      roles: ['head_of_delegation'],
      arrivedAt: null,
      leftAt: null,
    });
  });
  record.attendance[0]!.headCount = null;
  const printed = print(record, language);
  expect(printed.slice(printed.indexOf('[apologies]'))).toContain(mark);
});

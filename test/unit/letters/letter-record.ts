import type { Person } from '#shared/contract/people.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText } from '#shared/domain/language.ts';
import { exampleRecord, id } from '../minutes/example-record.ts';

const blank = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };

/** Family, given and patronymic per language; what is left out is not known in that script. */
export function registered(
  number: number,
  names: Partial<Record<'en' | 'ru' | 'zh', [family: string, given: string, patronymic?: string]>>,
  values: Partial<Person> = {},
): Person {
  const name = (language: 'en' | 'ru' | 'zh'): Person['names']['latin'] => {
    const [family = '', given = '', patronymic = ''] = names[language] ?? [];
    return { ...blank, family, given, patronymic };
  };
  return {
    id: id(4, number),
    names: { latin: name('en'), cyrillic: name('ru'), han: name('zh') },
    aliases: [],
    gender: '',
    title: emptyText(),
    country: '',
    email: '',
    phone: '',
    messenger: '',
    languages: '',
    note: '',
    affiliations: [],
    ...values,
  };
}

/** The example of the minutes as a meeting to come: a date ahead, everybody expected, some people in the register. */
export function meetingToCome(): MeetingRecord {
  const record = exampleRecord();
  record.meeting = { ...record.meeting, date: '2026-12-15', status: 'planned', nextMeetingDate: null };
  record.attendance = record.attendance.map((attendance) => ({
    ...attendance,
    presence: 'expected',
    response: attendance.id === id(3, 7) ? 'declined' : 'none',
    leftAt: null,
  }));
  record.agenda = record.agenda.map((item, index) => ({
    ...item,
    plannedMinutes: [10, 95, 45][index] ?? null,
    state: 'open',
  }));
  record.people = [
    registered(
      1,
      { en: ['Wang', 'Wenli'], ru: ['Ван', 'Вэньли'], zh: ['王', '文丽'] },
      { gender: 'f', country: 'CN', email: 'wang@example.org' },
    ),
    registered(
      2,
      { en: ['Kuznetsov', 'Anton', 'Borisovich'], ru: ['Кузнецов', 'Антон', 'Борисович'] },
      { gender: 'm', country: 'RU', email: 'kuznetsov@example.org', languages: 'русский, English' },
    ),
    registered(
      3,
      { en: ['Orlova', 'Marina', 'Ivanovna'], ru: ['Орлова', 'Марина', 'Ивановна'], zh: ['奥尔洛娃', '玛丽娜'] },
      { country: 'RU' },
    ),
    registered(4, { en: ['Zhao', 'Wei'] }, { country: 'CN' }),
    registered(
      8,
      { en: ['Li', 'Na'], ru: ['Ли', 'На'], zh: ['李', '娜'] },
      { gender: 'f', country: 'CN', email: 'li.na@example.org', phone: '+86 25 0000 0000' },
    ),
  ];
  return record;
}

import type { Attendance } from '#shared/contract/attendance.ts';
import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Language, LocalizedText } from '#shared/domain/language.ts';

const all = (en: string, ru: string, zh: string): LocalizedText => ({ en, ru, zh });
const none = all('', '', '');
/** A UUID that says what it is: kind and number. */
export const id = (kind: number, number: number): string =>
  `00000000-0000-4${String(kind).padStart(3, '0')}-8000-${String(number).padStart(12, '0')}`;

const ids = { china: id(1, 1), russia: id(1, 2), institute: id(2, 1), centre: id(2, 2), consulate: id(2, 3) };

function attend(number: number, values: Partial<Attendance>): Attendance {
  return {
    id: id(3, number),
    meetingId: id(0, 1),
    personId: id(4, number),
    organizationId: null,
    headCount: null,
    sideId: null,
    roles: ['participant'],
    category: 'participant',
    mode: 'online',
    response: 'confirmed',
    presence: 'present',
    arrivedAt: null,
    leftAt: null,
    name: none,
    position: none,
    organization: none,
    orderKey: `a${number}`,
    ...values,
  };
}

function entry(
  number: number,
  item: number,
  kind: EntryKind,
  texts: LocalizedText,
  values: Partial<Entry> = {},
): Entry {
  const write = (language: Language) => ({
    text: texts[language],
    revision: texts[language] === '' ? 0 : 1,
    baseRevision: null,
    status: 'draft' as const,
  });
  return {
    id: id(6, number),
    meetingId: id(0, 1),
    agendaItemId: id(5, item),
    kind,
    speakerAttendanceId: null,
    sourceLanguage: 'en',
    atMs: null,
    orderKey: `a${number}`,
    texts: { en: write('en'), ru: write('ru'), zh: write('zh') },
    action: null,
    ...values,
  };
}

const organizationNames: [string, LocalizedText, string][] = [
  [
    ids.institute,
    all(
      'Jiangsu Industrial Technology Research Institute',
      'Цзянсуский исследовательский институт промышленных технологий',
      '江苏省产业技术研究院',
    ),
    'CN',
  ],
  [ids.centre, all('Saint Petersburg Research Centre', 'Санкт-Петербургский научный центр', ''), 'RU'],
  [ids.consulate, all('Consulate-General', 'Генеральное консульство', '总领事馆'), 'CN'],
];

/**
 * A made-up meeting that has something of everything: two sides with their clocks, a delegation without a person, an
 * apology, texts that are missing in a language, an action without owner and date, a plural of documents.
 */
export function exampleRecord(): MeetingRecord {
  return {
    format: 'trilogue-record',
    version: 1,
    meeting: {
      id: id(0, 1),
      groupId: id(7, 1),
      number: '3',
      kind: 'bilateral',
      format: 'online',
      status: 'draft',
      minutesKind: 'minutes_of_talks',
      title: all('Third meeting of the working group', 'Третье заседание рабочей группы', '工作组第三次会议'),
      theme: all(
        'Regional cooperation in science and technology',
        'Региональное научно-техническое сотрудничество',
        '地方科技合作',
      ),
      framework: all('Years of scientific cooperation', 'Годы научного сотрудничества', ''),
      date: '2020-06-16',
      endDate: null,
      startTime: '15:00',
      endTime: '17:30',
      zone: 'Asia/Shanghai',
      workingLanguages: ['en', 'ru', 'zh'],
      headCount: 24,
      partOf: none,
      sides: [
        {
          id: ids.china,
          country: 'CN',
          name: all('Chinese side', 'Китайская сторона', '中方'),
          zone: 'Asia/Shanghai',
          leadOrganizationId: ids.institute,
        },
        {
          id: ids.russia,
          country: 'RU',
          name: all('Russian side', 'Российская сторона', '俄方'),
          zone: 'Europe/Moscow',
          leadOrganizationId: ids.centre,
        },
      ],
      venues: [{ id: id(8, 1), kind: 'remote', city: all('Nanjing', 'Нанкин', '南京'), place: none, country: 'CN' }],
      organizers: [
        { id: id(9, 1), organizationId: ids.institute },
        { id: id(9, 2), organizationId: ids.centre },
      ],
      nextMeetingDate: '2020-12-01',
      nextMeetingNote: all('Place to be agreed', 'Место будет согласовано', '地点另行商定'),
      note: none,
    },
    attendance: [
      attend(1, {
        sideId: ids.china,
        roles: ['co_chair'],
        name: all('Wang Wenli', 'Ван Вэньли', '王文丽'),
        position: all('Consul General', 'генеральный консул', '总领事'),
        organization: organizationNames[2]![1],
      }),
      attend(2, {
        sideId: ids.russia,
        roles: ['participant'],
        name: all('Kuznetsov Anton Borisovich', 'Кузнецов Антон Борисович', ''),
        position: all('Director', 'директор', ''),
        organization: organizationNames[1]![1],
      }),
      attend(3, {
        sideId: ids.russia,
        roles: ['co_chair'],
        name: all('Orlova Marina Ivanovna', 'Орлова Марина Ивановна', '奥尔洛娃'),
        position: all('Acting Chair', 'исполняющая обязанности председателя', '代主席'),
        organization: organizationNames[1]![1],
      }),
      attend(4, {
        sideId: ids.china,
        name: all('Zhao Wei', '', ''),
        position: all('Consul', '', ''),
        organization: organizationNames[2]![1],
      }),
      attend(5, { personId: null, organizationId: ids.institute, headCount: 5, sideId: ids.china }),
      attend(6, {
        sideId: ids.russia,
        roles: ['interpreter'],
        category: 'in_attendance',
        name: all('Ivanova Anna', 'Иванова Анна', ''),
        leftAt: '16:30',
      }),
      attend(7, { sideId: ids.russia, presence: 'excused', name: all('Petrov Ilya', 'Петров Илья', '') }),
      attend(8, { roles: ['secretary'], name: all('Li Na', 'Ли На', '李娜') }),
    ],
    agenda: [
      {
        id: id(5, 1),
        meetingId: id(0, 1),
        title: all('Opening', 'Открытие заседания', '开幕'),
        presenterAttendanceId: id(3, 1),
        plannedMinutes: 10,
        state: 'discussed',
        orderKey: 'a1',
      },
      {
        id: id(5, 2),
        meetingId: id(0, 1),
        title: all('Fields of cooperation', 'О направлениях сотрудничества', '合作领域'),
        presenterAttendanceId: null,
        plannedMinutes: null,
        state: 'discussed',
        orderKey: 'a2',
      },
      {
        id: id(5, 3),
        meetingId: id(0, 1),
        title: all('Exchange of students', 'Об обмене студентами', '学生交流'),
        presenterAttendanceId: null,
        plannedMinutes: null,
        state: 'postponed',
        orderKey: 'a3',
      },
    ],
    entries: [
      entry(1, 1, 'speech', all('Opened the meeting.', 'Открыла заседание.', '宣布会议开幕。'), {
        speakerAttendanceId: id(3, 1),
      }),
      entry(
        2,
        1,
        'speech',
        all('Thanked the hosts.\nWished success.', 'Поблагодарила организаторов.\nПожелала успеха.', ''),
        { speakerAttendanceId: id(3, 1) },
      ),
      entry(3, 1, 'speech', all('Described the institute.', 'Рассказал об институте.', '介绍了研究所情况。'), {
        speakerAttendanceId: id(3, 2),
      }),
      entry(4, 2, 'note', all('A presentation was shown.', 'Показана презентация.', '播放了演示文稿。')),
      entry(5, 2, 'speech', all('', 'Предложено начать с материалов.', ''), { sourceLanguage: 'ru' }),
      entry(6, 2, 'proposal', all('Begin with materials.', 'Начать с материалов.', '先从材料领域开始。'), {
        speakerAttendanceId: id(3, 3),
      }),
      entry(
        7,
        2,
        'decision',
        all(
          'The first fields are materials and energy.',
          'Первые направления: материалы и энергетика.',
          '首批合作领域为材料和能源。',
        ),
      ),
      entry(
        8,
        2,
        'decision',
        all('The Centre coordinates the Russian side.', 'Центр координирует работу российской стороны.', ''),
        {},
      ),
      entry(9, 2, 'action', all('Send the list of projects.', 'Направить перечень проектов.', '提交项目清单。'), {
        action: {
          owners: [
            { id: id(10, 1), kind: 'organization', ownerId: ids.centre },
            { id: id(10, 2), kind: 'person', ownerId: id(4, 4) },
          ],
          due: '2020-10-01',
          dueAtNextMeeting: false,
          status: 'in_progress',
        },
      }),
      entry(10, 2, 'action', all('Draft a programme.', 'Подготовить проект программы.', '起草计划。'), {
        orderKey: 'b1',
        action: { owners: [], due: null, dueAtNextMeeting: false, status: 'open' },
      }),
    ],
    agreements: [
      {
        id: id(11, 1),
        meetingId: id(0, 1),
        kind: 'agreement',
        title: none,
        signedOn: '2020-06-16',
        several: true,
        orderKey: 'a1',
        parties: [
          { id: id(12, 1), organizationId: ids.institute, description: none },
          {
            id: id(12, 2),
            organizationId: null,
            description: all('partners from Russia', 'партнёры из России', '俄方合作伙伴'),
          },
        ],
      },
    ],
    group: {
      id: id(7, 1),
      name: all('Joint Working Group', 'Совместная рабочая группа', '联合工作组'),
      aims: none,
      tasks: none,
      areas: none,
      foundingDocument: '',
      sides: [],
      members: [],
    },
    people: [],
    organizations: organizationNames.map(([organizationId, name, country]) => ({
      id: organizationId,
      name,
      abbreviation: none,
      aliases: [],
      kind: 'institute',
      country,
      city: none,
      note: '',
      relations: [],
    })),
  };
}

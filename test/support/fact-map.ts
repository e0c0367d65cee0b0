import type { MeetingRecord } from '#shared/contract/records.ts';
import { chooseText, emptyText, languageTags, type Language, type LocalizedText } from '#shared/domain/language.ts';

export type FactKind =
  'person' | 'office' | 'organization' | 'place' | 'date' | 'statement' | 'proposal' | 'decision' | 'document';

/** Where a fact stands in the record. Only fields that minutes print are named. */
export type FactPlace =
  | { kind: 'attendance'; id: string; field: 'name' | 'position' | 'organization' }
  | { kind: 'organization'; id: string; field: 'name' }
  | { kind: 'venue'; id: string; field: 'city' }
  | { kind: 'entry'; id: string; field: 'text' }
  | { kind: 'agreement'; id: string; field: 'title' }
  | { kind: 'meeting'; id: string; field: 'title' | 'theme' | 'date' }
  | { kind: 'group'; id: string; field: 'name' };

/** `words`: for a fact that is only part of a text, its words in each language in which the text is written. */
export interface FactBinding {
  fact: string;
  kind: FactKind;
  record: FactPlace;
  words?: LocalizedText;
}

/** `factIds` lists everything that the source of a meeting states; each is in `facts` or in {@link notPrinted}. */
export interface FactMap {
  meeting: string;
  file: string;
  factIds: string[];
  facts: FactBinding[];
}

/** Facts that no minutes print, with the reason. */
export const notPrinted: { fact: string; reason: string }[] = [
  { fact: 'P17', reason: 'not a participant; named only inside the text of a speech' },
  { fact: 'P18', reason: 'a mailbox, not a person' },
  { fact: 'O35', reason: 'source of the press release; stands in the note of the meeting, which minutes do not print' },
];

const attended = (id: string, field: 'name' | 'position' | 'organization'): FactPlace => ({
  kind: 'attendance',
  id,
  field,
});
const organization = (id: string): FactPlace => ({ kind: 'organization', id, field: 'name' });
const entry = (id: string): FactPlace => ({ kind: 'entry', id, field: 'text' });
const agreement = (id: string): FactPlace => ({ kind: 'agreement', id, field: 'title' });
const idList = (...parts: string[]): string[] => parts.join(' ').split(' ');
const words = (en: string, ru: string, zh: string): LocalizedText => ({ en, ru, zh });

function bind(fact: string, kind: FactKind, record: FactPlace, inWords?: LocalizedText): FactBinding {
  return inWords === undefined ? { fact, kind, record } : { fact, kind, record, words: inWords };
}

/** A person and the office held, both in one row of the attendance. */
function participant(fact: string, attendanceId: string): FactBinding[] {
  return [
    bind(fact, 'person', attended(attendanceId, 'name')),
    bind(fact, 'office', attended(attendanceId, 'position')),
  ];
}

const jiangsuId = '01a0f67a-5f10-7f90-b5b8-dae498fcd789';
const jiangsuTheme: FactPlace = { kind: 'meeting', id: jiangsuId, field: 'theme' };
const jiangsu: FactMap = {
  meeting: jiangsuId,
  file: '2020-06-16-jiangsu-st-petersburg.json',
  factIds: idList(
    'M0.date',
    'P07 P08 P09 P01 P04 P05 P06',
    'O01 O02 O03 O04 O06 O07 O08 O09 O10 O11 O12',
    'L01 L02 L03 L04 L05 L16 L17 L18',
    'M0.statement.1 M0.statement.2 M0.statement.3 M0.statement.4 M0.statement.5 M0.statement.6',
    'M0.proposal.1 M0.proposal.2 M0.proposal.3',
    'M0.decision.1 M0.decision.2 M0.decision.3 M0.decision.4 M0.decision.5 M0.decision.6 M0.decision.7',
  ),
  facts: [
    bind('M0.date', 'date', { kind: 'meeting', id: jiangsuId, field: 'date' }),
    ...participant('P07', '01a0f67a-5f20-7f7b-95e1-1b0080746ba8'),
    ...participant('P08', '01a0f67a-5f22-7a59-be4c-36ad659ee430'),
    ...participant('P09', '01a0f67a-5f23-7021-bf66-64f69e9a39e9'),
    ...participant('P01', '01a0f67a-5f21-77d2-a1b9-4d0464b6faac'),
    ...participant('P04', '01a0f67a-5f25-704b-9d8c-d53271673747'),
    ...participant('P05', '01a0f67a-5f26-7a7b-97fb-285fecfd09e9'),
    ...participant('P06', '01a0f67a-5f27-7279-b840-a29a8a3c089f'),
    bind('O01', 'organization', organization('01a0f67a-3801-7a23-99ee-1cde88134589')),
    bind('O02', 'organization', organization('01a0f67a-3802-730e-9362-8620f88ec25f')),
    bind('O03', 'organization', organization('01a0f67a-3803-7d23-a83f-591976a0ac14')),
    bind('O04', 'organization', attended('01a0f67a-5f23-7021-bf66-64f69e9a39e9', 'organization')),
    bind('O06', 'organization', attended('01a0f67a-5f26-7a7b-97fb-285fecfd09e9', 'organization')),
    bind('O07', 'organization', attended('01a0f67a-5f27-7279-b840-a29a8a3c089f', 'organization')),
    bind('O08', 'organization', entry('01a0f67a-5f34-781b-b3eb-467f31f8dea9'), words('RusHydro', 'РусГидро', '')),
    bind(
      'O09',
      'organization',
      attended('01a0f67a-5f26-7a7b-97fb-285fecfd09e9', 'position'),
      words('Russian Academy of Sciences', 'Российской академии наук', '俄罗斯科学院'),
    ),
    bind(
      'O10',
      'organization',
      entry('01a0f67a-5f3b-7585-aa8e-a4b1b7c69070'),
      words(
        'Institute of Oceanography of the Russian Academy of Sciences',
        'Института океанографии РАН',
        '俄罗斯科学院海洋研究所',
      ),
    ),
    bind('O11', 'organization', attended('01a0f67a-5f24-7100-989c-1b7961ac73dd', 'organization')),
    bind('O12', 'organization', { kind: 'group', id: '01a0f67a-5f11-7a19-88a4-1718a36c7803', field: 'name' }),
    bind('L01', 'place', jiangsuTheme, words('Jiangsu Province', 'провинцией Цзянсу', '江苏省')),
    bind('L02', 'place', jiangsuTheme, words('city of St. Petersburg', 'город Санкт-Петербург', '圣彼得堡市')),
    bind('L03', 'place', jiangsuTheme, words('Leningrad Region', 'Ленинградская область', '列宁格勒州')),
    bind('L04', 'place', jiangsuTheme, words('Kaliningrad Region', 'Калининградская область', '加里宁格勒州')),
    bind(
      'L05',
      'place',
      entry('01a0f67a-5f30-7b99-9cfc-bdf6206bfb2f'),
      words('Baltic Sea region', 'регионе Балтийского моря', '波罗的海地区'),
    ),
    bind('L16', 'place', jiangsuTheme, words('North-West Russia', 'Северо-Запада России', '俄罗斯西北部')),
    bind(
      'L17',
      'place',
      jiangsuTheme,
      words('People’s Republic of China', 'Китайская Народная Республика', '中华人民共和国'),
    ),
    bind('L18', 'place', jiangsuTheme, words('Russian Federation', 'Российская Федерация', '俄罗斯联邦')),
    bind('M0.statement.1', 'statement', entry('01a0f67a-5f2d-7405-8154-2bc6fcd4c04d')),
    bind('M0.statement.2', 'statement', entry('01a0f67a-5f2e-7b2c-85b8-64f39ee606da')),
    bind('M0.statement.3', 'statement', entry('01a0f67a-5f30-7b99-9cfc-bdf6206bfb2f')),
    bind('M0.statement.4', 'statement', entry('01a0f67a-5f33-7202-a246-5e3ee56e65a9')),
    bind('M0.statement.5', 'statement', entry('01a0f67a-5f34-781b-b3eb-467f31f8dea9')),
    bind('M0.statement.6', 'statement', entry('01a0f67a-5f46-7003-8642-c0783b242750')),
    bind('M0.proposal.1', 'proposal', entry('01a0f67a-5f2f-74b1-b5a0-98a97eb899be')),
    bind('M0.proposal.2', 'proposal', entry('01a0f67a-5f31-7bac-b7ce-349e53161c3b')),
    bind('M0.proposal.3', 'proposal', entry('01a0f67a-5f32-784e-b87d-064761da45af')),
    bind('M0.decision.1', 'decision', entry('01a0f67a-5f35-713d-a6b1-95229e7ce3d5')),
    bind('M0.decision.2', 'decision', entry('01a0f67a-5f36-72f2-9df4-3368235d847c')),
    bind('M0.decision.3', 'decision', entry('01a0f67a-5f37-7090-af9d-a3e71ac29d2d')),
    bind('M0.decision.4', 'decision', entry('01a0f67a-5f38-7a07-b06c-046191b7f59c')),
    bind('M0.decision.5', 'decision', entry('01a0f67a-5f39-76a7-8b6a-2573c2ab3e3f')),
    bind('M0.decision.6', 'decision', entry('01a0f67a-5f3a-76fc-811b-b80534410296')),
    bind('M0.decision.7', 'decision', entry('01a0f67a-5f3b-7585-aa8e-a4b1b7c69070')),
  ],
};

const nanjingId = '01a0f67a-ad30-7746-88ae-df08de0b016b';
const nanjingTheme: FactPlace = { kind: 'meeting', id: nanjingId, field: 'theme' };
const nanjing: FactMap = {
  meeting: nanjingId,
  file: '2020-09-09-nanjing-new-materials.json',
  factIds: idList(
    'M2.date',
    'P01 P13 P02 P14',
    'O22 O23 O01 O04 O18 O24 O25 O26 O27 O28',
    'L06 L01 L08 L09 L07 L15 L17 L18',
    'M2.statement.1',
    'M2.proposal.1',
  ),
  facts: [
    bind('M2.date', 'date', { kind: 'meeting', id: nanjingId, field: 'date' }),
    ...participant('P01', '01a0f67a-ad39-72e4-ab11-3a62f53737f5'),
    ...participant('P13', '01a0f67a-ad3a-7c07-be23-9cd531f882b6'),
    ...participant('P02', '01a0f67a-ad3b-7037-b8fc-cead2fb724db'),
    ...participant('P14', '01a0f67a-ad40-7071-a12e-b92c1817cb17'),
    bind('O22', 'organization', organization('01a0f67a-3816-71d1-8245-c538666cf996')),
    bind('O23', 'organization', organization('01a0f67a-3817-792f-9c0c-a255143d7171')),
    bind('O01', 'organization', organization('01a0f67a-3801-7a23-99ee-1cde88134589')),
    bind('O04', 'organization', attended('01a0f67a-ad3b-7037-b8fc-cead2fb724db', 'organization')),
    bind('O18', 'organization', attended('01a0f67a-ad40-7071-a12e-b92c1817cb17', 'organization')),
    bind('O24', 'organization', attended('01a0f67a-ad3c-73fb-8d80-7ca95f872f8e', 'organization')),
    bind('O25', 'organization', attended('01a0f67a-ad3d-7229-8165-57b82cb42ff6', 'organization')),
    bind('O26', 'organization', attended('01a0f67a-ad41-7574-b7fc-3b2e005bcf1f', 'organization')),
    bind('O27', 'organization', attended('01a0f67a-ad3f-71ce-ba8f-3d88a9e437a8', 'organization')),
    bind(
      'O28',
      'organization',
      entry('01a0f67a-ad4b-7013-bce3-cfbe38e40a09'),
      words('Дыхание Китая', 'Дыхание Китая', 'Дыхание Китая'),
    ),
    bind('L06', 'place', { kind: 'venue', id: '01a0f67a-ad33-70c2-a937-d2e2452b7a3d', field: 'city' }),
    bind(
      'L01',
      'place',
      attended('01a0f67a-ad3c-73fb-8d80-7ca95f872f8e', 'organization'),
      words('Jiangsu Province', 'провинции Цзянсу', '江苏省'),
    ),
    bind('L08', 'place', { kind: 'venue', id: '01a0f67a-ad34-75ca-98df-075e283791e9', field: 'city' }),
    bind('L09', 'place', { kind: 'venue', id: '01a0f67a-ad35-7498-98f6-6388dfe087be', field: 'city' }),
    bind(
      'L07',
      'place',
      attended('01a0f67a-ad40-7071-a12e-b92c1817cb17', 'organization'),
      words('Shanghai', 'Шанхае', '上海'),
    ),
    bind(
      'L15',
      'place',
      entry('01a0f67a-ad4a-776e-8ef4-3980a0c8217c'),
      words('Yangtze delta', 'дельты Янцзы', '长三角'),
    ),
    bind(
      'L17',
      'place',
      nanjingTheme,
      words('People’s Republic of China', 'Китайская Народная Республика', '中华人民共和国'),
    ),
    bind('L18', 'place', nanjingTheme, words('Russian Federation', 'Российская Федерация', '俄罗斯联邦')),
    bind('M2.statement.1', 'statement', entry('01a0f67a-ad4b-7013-bce3-cfbe38e40a09')),
    bind('M2.figures', 'statement', entry('01a0f67a-ad4c-7b43-8ae2-d76d66b278bc')),
    bind('M2.proposal.1', 'proposal', entry('01a0f67a-ad4d-7c3d-ae33-e53667e14d38')),
  ],
};

const changchunId = '01a0f67a-d440-7a5e-b7bd-c1ea4e167542';
const changchunTheme: FactPlace = { kind: 'meeting', id: changchunId, field: 'theme' };
const changchun: FactMap = {
  meeting: changchunId,
  file: '2021-03-26-changchun-novosibirsk.json',
  factIds: idList(
    'M3.date',
    'P15 P17',
    'O29 O30 O31 O09 O32 O33 O34 O35',
    'L10 L11 L12 L13 L14 L17 L18',
    'M3.statement.1 M3.statement.2',
    'M3.proposal.1 M3.proposal.2 M3.proposal.3',
    'M3.document.1 M3.document.2',
  ),
  facts: [
    bind('M3.date', 'date', { kind: 'meeting', id: changchunId, field: 'date' }),
    bind('P15', 'person', attended('01a0f67a-d443-7c09-8898-8ffeaca23031', 'name')),
    bind('P15', 'office', attended('01a0f67a-d443-7c09-8898-8ffeaca23031', 'organization')),
    bind(
      'O29',
      'organization',
      attended('01a0f67a-d443-7c09-8898-8ffeaca23031', 'organization'),
      words('CPC Changchun Municipal Committee', 'Чанчуньский городской комитет КПК', '中共长春市委员会'),
    ),
    bind('O30', 'organization', organization('01a0f67a-381e-797e-8477-a84a17991e9a')),
    bind('O31', 'organization', organization('01a0f67a-381f-7234-b6a0-22fe1467cfd0')),
    bind(
      'O09',
      'organization',
      agreement('01a0f67a-d451-7e99-a636-a9fa24563a20'),
      words('Russian Academy of Sciences', 'РАН', '俄罗斯科学院'),
    ),
    bind(
      'O32',
      'organization',
      entry('01a0f67a-d44c-78fc-97e6-9e4c1359b5d1'),
      words(
        'Changchun Hi-tech Industry Development Zone',
        'Чанчуньскую зону развития высокотехнологичной промышленности',
        '长春高新技术产业开发区',
      ),
    ),
    bind(
      'O33',
      'organization',
      entry('01a0f67a-d44e-78fe-8db7-10c1f4a70f89'),
      words('Science City of Novosibirsk', 'Научного городка Новосибирска', '新西伯利亚科学城'),
    ),
    bind('O34', 'organization', organization('01a0f67a-3822-7d25-811b-bee1920e536a')),
    bind('L10', 'place', { kind: 'meeting', id: changchunId, field: 'title' }, words('Changchun', 'Чанчунь', '长春')),
    bind(
      'L11',
      'place',
      { kind: 'meeting', id: changchunId, field: 'title' },
      words('Novosibirsk Region', 'Новосибирская область', '新西伯利亚州'),
    ),
    bind(
      'L12',
      'place',
      entry('01a0f67a-d44b-7271-afc8-6bae3a0b3cc2'),
      words('city of Novosibirsk', 'город Новосибирск', '新西伯利亚市'),
    ),
    bind('L13', 'place', entry('01a0f67a-d44a-7228-9f67-70f2eddd8246'), words('Jilin', 'Цзилинь', '吉林')),
    bind(
      'L14',
      'place',
      entry('01a0f67a-d44a-7228-9f67-70f2eddd8246'),
      words('Northeast Asia', 'Северо-Восточной Азии', '东北亚'),
    ),
    bind(
      'L17',
      'place',
      changchunTheme,
      words('People’s Republic of China', 'Китайская Народная Республика', '中华人民共和国'),
    ),
    bind('L18', 'place', changchunTheme, words('Russian Federation', 'Российская Федерация', '俄罗斯联邦')),
    bind('M3.statement.1', 'statement', entry('01a0f67a-d449-7e46-a2b9-763a2db23bf5')),
    bind('M3.statement.1', 'statement', entry('01a0f67a-d44a-7228-9f67-70f2eddd8246')),
    bind('M3.statement.1', 'statement', entry('01a0f67a-d44b-7271-afc8-6bae3a0b3cc2')),
    bind('M3.statement.2', 'statement', entry('01a0f67a-d44f-777f-a072-e6c3adf66c64')),
    bind('M3.proposal.1', 'proposal', entry('01a0f67a-d44c-78fc-97e6-9e4c1359b5d1')),
    bind('M3.proposal.2', 'proposal', entry('01a0f67a-d44d-7139-b959-f396d5101949')),
    bind('M3.proposal.3', 'proposal', entry('01a0f67a-d44e-78fe-8db7-10c1f4a70f89')),
    bind('M3.document.1', 'document', agreement('01a0f67a-d451-7e99-a636-a9fa24563a20')),
    bind('M3.document.2', 'document', agreement('01a0f67a-d454-7e5e-bdf2-9c5208c507eb')),
  ],
};

export const factMaps: FactMap[] = [jiangsu, nanjing, changchun];

/** The text in three languages to which a binding points; a date is written out as documents write it. */
export function boundText(record: MeetingRecord, place: FactPlace): LocalizedText {
  switch (place.kind) {
    case 'attendance':
      return found(record.attendance, place)[place.field];
    case 'organization':
      return found(record.organizations, place).name;
    case 'venue':
      return found(record.meeting.venues, place).city;
    case 'agreement':
      return found(record.agreements, place).title;
    case 'group':
      return found(record.group === null ? [] : [record.group], place).name;
    case 'entry': {
      const { en, ru, zh } = found(record.entries, place).texts;
      return { en: en.text, ru: ru.text, zh: zh.text };
    }
    case 'meeting': {
      const meeting = found([record.meeting], place);
      return place.field === 'date' ? writtenDate(meeting.date) : meeting[place.field];
    }
  }
}

/**
 * What minutes in one language have to contain for a fact: the record's text in that language, or the one that stands
 * in for it (then marked as a fallback). White space is a plain space, whatever a document puts there.
 */
export function expectedText(
  record: MeetingRecord,
  binding: FactBinding,
  language: Language,
): { text: string; isFallback: boolean } {
  const chosen = chooseText(boundText(record, binding.record), language);
  const text = binding.words === undefined ? chosen.text : binding.words[chosen.language];
  return { text: text.replace(/\s+/gu, ' '), isFallback: chosen.isFallback };
}

function found<T extends { id: string }>(list: T[], place: FactPlace): T {
  const item = list.find((candidate) => candidate.id === place.id);
  if (item === undefined) throw new Error(`no ${place.kind} ${place.id} in the record`);
  return item;
}

function writtenDate(date: string): LocalizedText {
  const text = emptyText();
  for (const language of ['en', 'ru', 'zh'] as const) {
    const format = new Intl.DateTimeFormat(languageTags[language], { dateStyle: 'long', timeZone: 'UTC' });
    text[language] = format.format(new Date(`${date}T00:00:00Z`));
  }
  return text;
}

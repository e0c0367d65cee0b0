import { describe, expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText, type Language, languages } from '#shared/domain/language.ts';
import { chooseEntryText } from '#shared/domain/minutes/lookup.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { paragraphsOf } from '../../support/block-texts.ts';
import { build, readSamples } from './build-sample.ts';

const linesOf = (record: MeetingRecord, language: Language): string[] =>
  build(record, { kind: 'news', languages: [language] })
    .sections[0]!.blocks.flatMap(paragraphsOf)
    .map((line) => line.replace(/\u00A0/gu, ' '));

const printNews = (record: MeetingRecord, language: Language): string => linesOf(record, language).join('\n');

function changed(change: (record: MeetingRecord) => void): MeetingRecord {
  const record = exampleRecord();
  change(record);
  return record;
}

test.each(languages)('tells of every sample what was said and decided, once (%s)', (language) => {
  for (const record of readSamples()) {
    const text = printNews(record, language);
    const told = new Map<string, number>();
    for (const entry of record.entries) {
      const said = chooseEntryText(entry, language).text.split('\n')[0]!.trim();
      const isTold = entry.kind === 'speech' || entry.kind === 'proposal' || entry.kind === 'decision';
      told.set(said, (told.get(said) ?? 0) + (isTold ? 1 : 0));
    }
    // Several speakers may be reported in the same words.
    for (const [said, count] of told) if (said !== '') expect(text.split(said).length - 1, said).toBe(count);
    for (const { title } of record.agreements) {
      if (title[language] !== '') expect(text).toContain(title[language]);
    }
  }
});

test.each([
  [
    'en',
    [
      '16 June 2020 – A bilateral meeting entitled “Third meeting of the working group” was held by video conference. Participants joined by video from Nanjing. Organisers: Jiangsu Industrial Technology Research Institute and Saint Petersburg Research Centre.',
      'Theme: Regional cooperation in science and technology.',
      'Framework: Years of scientific cooperation.',
      '24 people took part. Chinese side: 7 participants. The co-chair was Wang Wenli, Consul General, Consulate-General. Russian side: 2 participants. The co-chair was Orlova Marina Ivanovna, Acting Chair, Saint Petersburg Research Centre.',
      'Wang Wenli. Opened the meeting. Thanked the hosts. Wished success.',
      'Kuznetsov Anton Borisovich, Director, Saint Petersburg Research Centre. Described the institute.',
      'It was also said in the discussion: Предложено начать с материалов.',
      'Orlova Marina Ivanovna. Proposal: Begin with materials.',
      'Also taking part: Zhao Wei, Consul, Consulate-General; Li Na.',
      'The following was agreed:',
      '1.',
      'The first fields are materials and energy.',
      '2.',
      'The Centre coordinates the Russian side.',
      'The following documents were signed: Agreements. Parties: Jiangsu Industrial Technology Research Institute; partners from Russia.',
      'The next meeting is planned for 1 December 2020. Place to be agreed.',
    ],
  ],
  [
    'ru',
    [
      '16 июня 2020 г. в режиме видео-конференц-связи состоялась двусторонняя встреча «Третье заседание рабочей группы». Подключение по видео-конференц-связи: г. Нанкин. Организаторы — Цзянсуский исследовательский институт промышленных технологий и Санкт-Петербургский научный центр.',
      'Тема: Региональное научно-техническое сотрудничество.',
      'Основание: Годы научного сотрудничества.',
      'Участие приняли 24 человека. Китайская сторона: 7 участников. Сопредседатель — Ван Вэньли, генеральный консул, Генеральное консульство. Российская сторона: 2 участника. Сопредседатель — Орлова Марина Ивановна, исполняющая обязанности председателя, Санкт-Петербургский научный центр.',
      'Ван Вэньли. Открыла заседание. Поблагодарила организаторов. Пожелала успеха.',
      'Кузнецов Антон Борисович, директор, Санкт-Петербургский научный центр. Рассказал об институте.',
      'В ходе обсуждения также прозвучало: Предложено начать с материалов.',
      'Орлова Марина Ивановна. Предложение: Начать с материалов.',
      'Среди участников также: Zhao Wei, Consul, Генеральное консульство; Ли На.',
      'По итогам приняты решения:',
      '1.',
      'Первые направления: материалы и энергетика.',
      '2.',
      'Центр координирует работу российской стороны.',
      'Подписаны документы: Соглашения. Стороны: Цзянсуский исследовательский институт промышленных технологий; партнёры из России.',
      'Следующая встреча запланирована на 1 декабря 2020 г. Место будет согласовано.',
    ],
  ],
  [
    'zh',
    [
      '2020年6月16日，工作组第三次会议以视频形式举行。南京通过视频连线参会。会议由江苏省产业技术研究院和Saint Petersburg Research Centre主办。',
      '会议主题：地方科技合作。',
      '合作框架：Years of scientific cooperation。',
      '共有24人参会。中方：7人参会。共同主席为总领事馆总领事王文丽。俄方：2人参会。共同主席为Saint Petersburg Research Centre 代主席奥尔洛娃。',
      '王文丽宣布会议开幕。Thanked the hosts. Wished success.',
      'Saint Petersburg Research Centre Director Kuznetsov Anton Borisovich介绍了研究所情况。',
      '会上还谈到：Предложено начать с материалов.',
      '奥尔洛娃建议：先从材料领域开始。',
      '参会的还有总领事馆 Consul Zhao Wei；李娜。',
      '会议达成以下共识：',
      '1.',
      '首批合作领域为材料和能源。',
      '2.',
      'The Centre coordinates the Russian side.',
      '会议期间签署了以下文件：协议（多份）。签署方：江苏省产业技术研究院；俄方合作伙伴。',
      '下次会议定于2020年12月1日举行。地点另行商定。',
    ],
  ],
] as const)('who, when and where, what was said, agreed and signed (%s)', (language, lines) => {
  expect(linesOf(exampleRecord(), language)).toEqual(lines);
});

describe('numbers have their plurals', () => {
  test.each([
    [1, 'Участие принял 1 человек.', '1 person took part.'],
    [21, 'Участие принял 21 человек.', '21 people took part.'],
    [23, 'Участие приняли 23 человека.', '23 people took part.'],
    [25, 'Участие приняли 25 человек.', '25 people took part.'],
  ])('%i', (count, russian, english) => {
    const record = changed(({ meeting }) => void (meeting.headCount = count));
    expect(printNews(record, 'ru')).toContain(russian);
    expect(printNews(record, 'en')).toContain(english);
  });

  test('one decision, one document, one organiser', () => {
    const record = changed((changing) => {
      changing.entries = changing.entries.filter(
        (entry, index) =>
          entry.kind !== 'decision' || index === changing.entries.findIndex(({ kind }) => kind === 'decision'),
      );
      changing.agreements[0]!.several = false;
      changing.meeting.organizers.length = 1;
    });
    const text = printNews(record, 'ru');
    expect(text).toContain('По итогам принято решение: Первые направления: материалы и энергетика.');
    expect(text).toContain('Подписан документ: Соглашение.');
    expect(text).toContain('Организатор — Цзянсуский исследовательский институт промышленных технологий.');
  });
});

describe('nothing is invented', () => {
  test('a delegation whose number nobody entered is named, not counted, and there is no total', () => {
    const record = changed(({ attendance, meeting }) => {
      attendance[4]!.headCount = null;
      meeting.headCount = null;
    });
    expect(printNews(record, 'en')).toContain(
      'Chinese side: 2 participants and representatives (Jiangsu Industrial Technology Research Institute). The co-chair',
    );
    expect(printNews(record, 'ru')).not.toContain('Участие приня');
  });

  test('who did not come, and what nobody wrote, is not told', () => {
    const record = changed((changing) => {
      for (const attendance of changing.attendance) attendance.presence = 'absent';
      for (const entry of changing.entries) for (const language of languages) entry.texts[language].text = '';
      Object.assign(changing.meeting, { headCount: null, nextMeetingDate: null, nextMeetingNote: emptyText() });
      changing.agreements = [];
    });
    expect(linesOf(record, 'en')).toHaveLength(3);
  });

  test('the day of signing is told where it is another than that of the meeting, and who signed', () => {
    const record = changed(({ agreements, attendance }) => {
      agreements[0]!.signedOn = '2020-06-17';
      agreements[0]!.signatories = [{ id: attendance[0]!.id, attendanceId: attendance[0]!.id }];
    });
    expect(printNews(record, 'en')).toContain('Agreements (signed on 17 June 2020). Parties:');
    expect(printNews(record, 'en')).toContain('partners from Russia. Signed by Wang Wenli.');
  });

  test('a place stands in the dateline, the hall in a sentence of its own', () => {
    const record = changed(({ meeting }) => {
      meeting.format = 'in_person';
      meeting.venues = [
        {
          ...meeting.venues[0]!,
          kind: 'main',
          place: { en: 'Zijinshan Hotel', ru: 'гостиница «Цзыцзиньшань»', zh: '紫金山庄' },
        },
      ];
    });
    const [english, russian, chinese] = languages.map((language) => linesOf(record, language)[0]);
    expect(english).toMatch(
      /^Nanjing, 16 June 2020 – A bilateral .* was held in person\. The venue was Zijinshan Hotel\./u,
    );
    expect(russian).toMatch(
      /^Нанкин\. 16 июня 2020 г\. в очном формате состоялась .*Место проведения — гостиница «Цзыцзиньшань»\./u,
    );
    expect(chinese).toMatch(/^南京，2020年6月16日——工作组第三次会议以现场形式举行。会议地点为紫金山庄。/u);
  });
});

test('a report is not called a proposal once more', () => {
  const record = changed(({ entries }) => {
    const proposal = entries.find(({ kind }) => kind === 'proposal')!;
    proposal.texts.en.text = 'Proposed to begin with materials.';
    proposal.texts.ru.text = 'Предложила начать с материалов.';
    proposal.texts.zh.text = '建议先从材料领域开始。';
  });
  expect(printNews(record, 'en')).toContain('Orlova Marina Ivanovna. Proposed to begin');
  expect(printNews(record, 'ru')).toContain('Орлова Марина Ивановна. Предложила начать');
  expect(printNews(record, 'zh')).toContain('奥尔洛娃建议先从');
});

import fc from 'fast-check';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Entry } from '#shared/contract/entries.ts';
import { meetingRecord, type MeetingRecord } from '#shared/contract/records.ts';
import { emptyText, type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { followUpOf, randomOutcome } from './random-follow-up.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting, makeOrganization, makePerson } from './records.ts';

/** Letters of each script that a text about a meeting is made of; Latin and Cyrillic with their marks. */
const letters: Record<Language, string> = {
  en: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèüößñçčšžåøāīū',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ',
  zh: '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
};
const quotes: Record<Language, readonly [string, string]> = { en: ['“', '”'], ru: ['«', '»'], zh: ['“', '”'] };
const stops: Record<Language, string> = { en: '.', ru: '.', zh: '。' };
/** What people type that is markup somewhere. */
const signs = [
  '#',
  '$5',
  '*',
  '_',
  '@',
  '\\',
  '[1]',
  '{x}',
  '<b>',
  '&',
  '`',
  '~',
  '^',
  '|',
  '50%',
  '№ 3',
  '/',
  '1.',
  '-',
  '+',
  '=',
  "'",
  '"',
];

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

function wordIn(language: Language): fc.Arbitrary<string> {
  const own = fc.string({
    unit: pick(Array.from(letters[language])),
    minLength: 1,
    maxLength: language === 'zh' ? 8 : 12,
  });
  return fc.oneof(
    { weight: 12, arbitrary: own },
    { weight: 1, arbitrary: pick(signs) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 99_999 }).map(String) },
    { weight: 1, arbitrary: own.map((word) => `${quotes[language][0]}${word}${quotes[language][1]}`) },
    { weight: 1, arbitrary: fc.constantFrom('JITRI', 'СПбНЦ РАН', '江苏', 'AI-2', 'e\u0301') },
  );
}

function lineIn(language: Language, most: number): fc.Arbitrary<string> {
  return fc
    .array(wordIn(language), { minLength: 1, maxLength: most })
    .map((words) => words.join(language === 'zh' ? '' : ' '));
}

/** Paragraphs of sentences. */
function textIn(language: Language): fc.Arbitrary<string> {
  const sentence = lineIn(language, 10).map((line) => `${line}${stops[language]}`);
  return fc
    .array(
      fc
        .array(sentence, { minLength: 1, maxLength: 4 })
        .map((sentences) => sentences.join(language === 'zh' ? '' : ' ')),
      { minLength: 1, maxLength: 3 },
    )
    .map((paragraphs) => paragraphs.join('\n'));
}

/** Written in some languages at least. */
function localized(of: (language: Language) => fc.Arbitrary<string>): fc.Arbitrary<LocalizedText> {
  return fc
    .record({ en: of('en'), ru: of('ru'), zh: of('zh'), written: fc.subarray([...languages], { minLength: 1 }) })
    .map(({ written, ...texts }) => {
      const text = emptyText();
      for (const language of written) text[language] = texts[language];
      return text;
    });
}

const shortLine = localized((language) => lineIn(language, 5));
const maybeLine = fc.oneof(shortLine, fc.constant(emptyText()));
const longText = localized(textIn);

/** A meeting of two sides with people, items, entries of every kind and agreements, in three scripts. */
export const randomRecord: fc.Arbitrary<MeetingRecord> = fc
  .record({
    title: localized((language) => lineIn(language, 10)),
    theme: fc.oneof(longText, fc.constant(emptyText())),
    framework: maybeLine,
    number: fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 99 }).map(String), lineIn('en', 1)),
    minutesKind: pick(['minutes', 'minutes_of_talks'] as const),
    format: pick(['in_person', 'online', 'hybrid'] as const),
    status: pick(['draft', 'agreed'] as const),
    hasSides: fc.boolean(),
    startTime: fc.oneof(fc.constant(null), fc.constant('10:00')),
    cities: fc.array(shortLine, { maxLength: 2 }),
    people: fc.array(
      fc.record({
        name: shortLine,
        position: maybeLine,
        organization: maybeLine,
        side: fc.nat(2),
        role: pick(['participant', 'co_chair', 'speaker', 'interpreter'] as const),
        presence: pick(['present', 'expected', 'excused'] as const),
      }),
      { maxLength: 6 },
    ),
    items: fc.array(
      fc.record({
        title: shortLine,
        entries: fc.array(
          fc.record({
            kind: pick(['speech', 'note', 'proposal', 'decision', 'action'] as const),
            text: longText,
            speaker: fc.nat(7),
            source: pick(languages),
          }),
          { maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    agreements: fc.array(fc.record({ title: shortLine, party: maybeLine, signatory: maybeLine }), { maxLength: 2 }),
    cameOf: randomOutcome(maybeLine),
    note: maybeLine,
  })
  .map((random) => {
    const meeting = makeMeeting({
      title: random.title,
      theme: random.theme,
      framework: random.framework,
      number: random.number,
      minutesKind: random.minutesKind,
      format: random.format,
      status: random.status,
      startTime: random.startTime,
      nextMeetingNote: random.note,
      sides: random.hasSides
        ? [
            sideOf('CN', 'Asia/Shanghai', ['Chinese side', 'Китайская сторона', '中方']),
            sideOf('RU', 'Europe/Moscow', ['Russian side', 'Российская сторона', '俄方']),
          ]
        : [],
      venues: random.cities.map((city, index) => ({
        id: crypto.randomUUID(),
        kind: index === 0 ? ('main' as const) : ('remote' as const),
        city,
        place: emptyText(),
        country: '',
      })),
    });
    const people = random.people.map(() => makePerson());
    const attendance = random.people.map(({ name, position, organization, side, role, presence }, index): Attendance =>
      makeAttendance(meeting.id, {
        personId: people[index]?.id ?? null,
        name,
        position,
        organization,
        presence,
        roles: [role],
        category: role === 'interpreter' ? 'in_attendance' : 'participant',
        sideId: meeting.sides[side]?.id ?? null,
        orderKey: `a${index}`,
      }),
    );
    const agenda = random.items.map(({ title }, index) => ({ ...makeAgendaItem(meeting.id, `a${index}`), title }));
    const entries = random.items.flatMap((item, place) =>
      item.entries.map(({ kind, text, speaker, source }, index): Entry => {
        const written = (language: Language) => ({
          text: text[language],
          revision: 1,
          baseRevision: null,
          status: 'draft' as const,
        });
        return makeEntry(meeting.id, agenda[place]?.id ?? '', {
          kind,
          sourceLanguage:
            text[source] === '' ? (languages.find((language) => text[language] !== '') ?? source) : source,
          speakerAttendanceId: attendance[speaker]?.id ?? null,
          orderKey: `a${place}${index}`,
          texts: { en: written('en'), ru: written('ru'), zh: written('zh') },
          action: kind === 'action' ? { owners: [], due: '2027-01-31', dueAtNextMeeting: false, status: 'open' } : null,
        });
      }),
    );
    const organization = makeOrganization();
    const agreements = random.agreements.map(({ title, party, signatory }, index) => ({
      id: crypto.randomUUID(),
      meetingId: meeting.id,
      kind: 'memorandum' as const,
      title,
      signedOn: '2026-11-20',
      several: false,
      parties: [
        { id: crypto.randomUUID(), organizationId: organization.id, description: emptyText() },
        { id: crypto.randomUUID(), organizationId: null, description: party },
      ],
      signatories: [{ id: crypto.randomUUID(), attendanceId: null, name: signatory, position: party }],
      orderKey: `a${index}`,
    }));
    const followUp = followUpOf(random.cameOf, { meeting, entries, agreements, organization, people });
    return meetingRecord.parse({
      format: 'trilogue-record',
      version: 1,
      meeting,
      attendance,
      agenda,
      entries,
      agreements,
      ...(followUp !== undefined && { followUp }),
      group: null,
      people,
      organizations: [organization],
    });
  });

function sideOf(country: string, zone: string, [en, ru, zh]: readonly [string, string, string]) {
  return { id: crypto.randomUUID(), country, name: { en, ru, zh }, zone, leadOrganizationId: null };
}

import { describe, expect, test } from 'vitest';
import type { Person } from '#shared/contract/people.ts';
import { emptyText, type Language } from '#shared/domain/language.ts';
import { toDativeSurname } from '#shared/domain/letters/dative.ts';
import type { Party } from '#shared/domain/letters/person-forms.ts';
import { createPlainWriter } from '#shared/domain/letters/plain-writer.ts';
import { describeSalutation } from '#shared/domain/letters/salutation.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { readLetterWords } from '../../../electron/documents/letter-words.ts';
import { registered } from './letter-record.ts';

const labels = readLabels();
const words = readLetterWords();

function greet(person: Person | null, language: Language, values: Partial<Party> = {}): string {
  const party: Party = {
    person,
    name: person === null ? emptyText() : composedNames(person.names),
    position: emptyText(),
    organization: emptyText(),
    country: person?.country ?? '',
    ...values,
  };
  return describeSalutation(party, words[language], createPlainWriter(language, labels[language]))
    .map(({ text }) => text)
    .join('');
}

const rudskoi = registered(
  1,
  { en: ['Rudskoi', 'Andrei', 'Ivanovich'], ru: ['Рудской', 'Андрей', 'Иванович'], zh: ['鲁茨科伊', '安德烈'] },
  { gender: 'm', country: 'RU' },
);
const wang = registered(
  2,
  { en: ['Wang', 'Wenli'], ru: ['Ван', 'Вэньли'], zh: ['王', '文丽'] },
  { gender: 'f', country: 'CN' },
);
const hu = registered(3, { en: ['Hu', 'Yidong'], ru: ['Ху', 'Идун'] }, { country: 'CN' });

describe('as a native secretary writes it', () => {
  test.each<[string, Language, string]>([
    ['a Russian by name and patronymic', 'ru', 'Уважаемый Андрей Иванович!'],
    ['a Russian in English by the family name', 'en', 'Dear Mr Rudskoi,'],
    ['a Russian in Chinese by the Chinese form', 'zh', '尊敬的鲁茨科伊安德烈先生：'],
  ])('%s', (_, language, expected) => {
    expect(greet(rudskoi, language)).toBe(expected);
  });

  test.each<[Language, string]>([
    ['ru', 'Уважаемая госпожа Ван Вэньли!'],
    ['en', 'Dear Ms Wang,'],
    ['zh', '尊敬的王文丽女士：'],
  ])('a Chinese woman (%s)', (language, expected) => {
    expect(greet(wang, language)).toBe(expected);
  });

  test.each<[Language, string]>([
    ['ru', 'Уважаемый (-ая) Ху Идун!'],
    ['en', 'Dear Hu Yidong,'],
    ['zh', '尊敬的Hu Yidong：'],
  ])('nobody wrote down whether Hu Yidong is a man (%s)', (language, expected) => {
    expect(greet(hu, language)).toBe(expected);
  });

  test('titles come before Mr and 先生', () => {
    const academician = { ...rudskoi, title: { en: 'Academician of RAS', ru: 'академик РАН', zh: '俄罗斯科学院院士' } };
    expect(greet(academician, 'en')).toBe('Dear Academician Rudskoi,');
    expect(greet(academician, 'zh')).toBe('尊敬的鲁茨科伊安德烈院士：');
    expect(greet(academician, 'ru')).toBe('Уважаемый Андрей Иванович!');
    expect(greet({ ...rudskoi, title: { ...emptyText(), en: 'Fellow member of RAS' } }, 'en')).toBe('Dear Mr Rudskoi,');
  });

  test('where the gender is not known, Chinese calls a short office', () => {
    const unknown = { ...wang, gender: '' as const };
    expect(greet(unknown, 'zh', { position: { en: 'Consul General', ru: '', zh: '总领事' } })).toBe(
      '尊敬的王文丽总领事：',
    );
    expect(greet(unknown, 'zh', { position: { en: '', ru: '', zh: '科技处处长、党委书记' } })).toBe('尊敬的王文丽：');
  });

  test('a patronymic tells the gender that nobody entered', () => {
    const orlova = registered(4, { ru: ['Орлова', 'Марина', 'Ивановна'] });
    expect(greet(orlova, 'ru')).toBe('Уважаемая Марина Ивановна!');
    expect(greet({ ...rudskoi, gender: '' }, 'ru')).toBe('Уважаемый Андрей Иванович!');
  });

  test('a guest who is not in the register goes by the name as it stands', () => {
    const name = { en: 'Petrova Anna', ru: 'Петрова Анна Сергеевна', zh: '' };
    expect(greet(null, 'ru', { name })).toBe('Уважаемая Анна Сергеевна!');
    expect(greet(null, 'en', { name })).toBe('Dear Ms Petrova Anna,');
  });

  test('a delegation, and nobody in particular', () => {
    expect(greet(null, 'en')).toBe('Dear colleagues,');
    expect(greet(null, 'ru')).toBe('Уважаемые коллеги!');
    expect(greet(null, 'zh')).toBe('尊敬的各位同事：');
  });

  test('a suggested name is nobody’s name', () => {
    const suggested = {
      ...hu,
      names: { ...hu.names, cyrillic: { ...hu.names.cyrillic, source: 'generated' as const } },
    };
    expect(greet(suggested, 'ru')).toBe('Уважаемый (-ая) Hu Yidong!');
  });
});

describe('the addressee of a Russian letter', () => {
  test.each<[string, 'f' | 'm', string | null]>([
    ['Орлова', 'f', 'Орловой'],
    ['Царовцева', 'f', 'Царовцевой'],
    ['Островская', 'f', 'Островской'],
    ['Шмидт', 'f', 'Шмидт'],
    ['Коваленко', 'f', 'Коваленко'],
    ['Черных', 'f', 'Черных'],
    ['Кузнецов', 'm', 'Кузнецову'],
    ['Рудской', 'm', 'Рудскому'],
    ['Вознесенский', 'm', 'Вознесенскому'],
    ['Коваленко', 'm', 'Коваленко'],
    ['Заяц', 'm', null],
    ['Римский-Корсаков', 'm', null],
    ['Щерба', 'f', null],
    ['Smith', 'm', null],
  ])('%s (%s)', (surname, gender, expected) => {
    expect(toDativeSurname(surname, gender)).toBe(expected);
  });
});

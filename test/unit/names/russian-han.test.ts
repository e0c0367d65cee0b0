import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  splitTranscription,
  transcribeRussian,
  transcriptionSimilarity,
  type RussianNameOptions,
} from '#shared/domain/names/russian-han.ts';
import { anyText } from '../../support/any-text.ts';

const family: RussianNameOptions = { role: 'family', gender: '' };
const best = (word: string, options: RussianNameOptions = family): string =>
  transcribeRussian(word, options)[0]?.text ?? '';
const pairs = (text: string): [string, string][] => text.split(', ').map((item) => item.split(' ') as [string, string]);

/** The forms in Chinese newspapers. */
const regular = pairs(
  'Рудской 鲁茨科伊, Путин 普京, Медведев 梅德韦杰夫, Лавров 拉夫罗夫, Матвиенко 马特维延科, Мишустин 米舒斯京, Гагарин 加加林, ' +
    'Хрущёв 赫鲁晓夫, Горбачёв 戈尔巴乔夫, Горбачев 戈尔巴乔夫, Ельцин 叶利钦, Кузнецов 库兹涅佐夫, Королёв 科罗廖夫, ' +
    'Вавилов 瓦维洛夫, Песков 佩斯科夫, Силаев 西拉耶夫, Нарышкин 纳雷什金, Белоусов 别洛乌索夫, Герасимов 格拉西莫夫, ' +
    'Пастернак 帕斯捷尔纳克, Курчатов 库尔恰托夫, Циолковский 齐奥尔科夫斯基, Мусоргский 穆索尔格斯基, Дворкович 德沃尔科维奇, ' +
    'Сердюков 谢尔久科夫, Прокофьев 普罗科菲耶夫, Рыжков 雷日科夫, Чуйченко 崔琴科, Файзуллин 法伊祖林, Навальный 纳瓦利内, ' +
    'Небензя 涅边贾, Тамм 塔姆, Франк 弗兰克, Фролов 弗罗洛夫, Кравцов 克拉夫佐夫',
);

/** Made from given names: the customary form of the given name stays, a closing н is written twice. */
const derived = pairs(
  'Иванов 伊万诺夫, Петров 彼得罗夫, Семёнов 谢苗诺夫, Романенко 罗曼年科, Александров 亚历山德罗夫, Степанов 斯捷潘诺夫, ' +
    'Фёдоров 费奥多罗夫, Васильев 瓦西里耶夫, Николаев 尼古拉耶夫, Яковлев 雅科夫列夫, Ульянов 乌里扬诺夫, Денисов 杰尼索夫, Леонов 列昂诺夫',
);

const women = pairs(
  'Орлова 奥尔洛娃, Царовцева 察罗夫采娃, Иванова 伊万诺娃, Кузнецова 库兹涅佐娃, Терешкова 捷列什科娃, Крупская 克鲁普斯卡娅, ' +
    'Захарова 扎哈罗娃, Путина 普京娜, Горбачева 戈尔巴乔娃, Набиуллина 纳比乌林娜, Хоркина 霍尔金娜',
);

/** One word for each context rule of GB/T 17693.4-2009; not all are known persons. */
const rules = pairs(
  'Почтов 波什托夫, Мягков 米亚赫科夫, Рослого 罗斯洛沃, Ржев 勒热夫, Лбов 勒博夫, Амбарцумов 安巴尔楚莫夫, Филиппов 菲利波夫, ' +
    'Новгород 诺夫哥罗德, Волгоград 沃尔戈格勒, Шлиссельбург 什利谢利堡, Ставрополь 斯塔夫罗波尔, Скворцов 斯克沃尔佐夫, ' +
    'Власов 弗拉索夫, Енисеев 叶尼谢耶夫, Подъяпольский 波德亚波利斯基, Воробьёв 沃罗比约夫, Советский 索韦茨基, Беньковский 边科夫斯基, Ильюшин 伊柳申, Майер 迈耶尔, Чаадаев 恰达耶夫, Пуанкаре 普安卡列, Ландау 兰道, ' +
    'Гуапов 古瓦波夫, Голицын 戈利岑, Майоров 马约罗夫, Римский-Корсаков 里姆斯基-科尔萨科夫',
);

describe('a Russian surname in characters', () => {
  test.each([...regular, ...derived, ...women, ...rules])('%s %s', (word, expected) => {
    expect(best(word)).toBe(expected);
  });

  test('е may stand for ё: both are offered', () => {
    expect(transcribeRussian('Королев', family).map(({ text }) => text)).toEqual(['科罗列夫', '科罗廖夫']);
  });

  test('gender decides where the ending alone would mislead', () => {
    expect(best('Кочина', { role: 'family', gender: 'm' })).toBe('科奇纳');
    expect(best('Кочина', { role: 'family', gender: 'f' })).toBe('科钦娜');
  });
});

test.each(
  pairs(
    'Иванович 伊万诺维奇, Борисович 鲍里索维奇, Владимирович 弗拉基米罗维奇, Александрович 亚历山德罗维奇, Сергеевич 谢尔盖耶维奇, ' +
      'Дмитриевич 德米特里耶维奇, Петрович 彼得罗维奇, Павлович 帕夫洛维奇, Игоревич 伊戈列维奇, Михайлович 米哈伊洛维奇, ' +
      'Евгеньевич 叶夫根尼耶维奇, Львович 利沃维奇, Ильич 伊利奇, Ивановна 伊万诺夫娜, Николаевна 尼古拉耶夫娜, ' +
      'Юрьевна 尤里耶夫娜, Ильинична 伊利尼奇娜',
  ),
)('the patronymic %s %s', (word, expected) => {
  expect(best(word, { role: 'patronymic', gender: '' })).toBe(expected);
});

describe('a given name', () => {
  test.each(
    pairs(
      'Андрей 安德烈, Александр 亚历山大, Пётр 彼得, Петр 彼得, НИКОЛАЙ 尼古拉, Марина 玛丽娜, Екатерина 叶卡捷琳娜, Наталья 娜塔利娅, ' +
        'Юлия 尤利娅, Никита 尼基塔, Илья 伊利亚',
    ),
  )('%s %s by custom', (word, expected) => {
    const [first] = transcribeRussian(word, { role: 'given', gender: '' });
    expect(first).toEqual({ text: expected, scheme: 'given_name_dictionary', confidence: 0.95 });
  });

  test('others by the table, with feminine characters for women', () => {
    expect(transcribeRussian('Ратмир', { role: 'given', gender: 'm' })[0]).toEqual({
      text: '拉特米尔',
      scheme: 'gb_t_17693',
      confidence: 0.7,
    });
    expect(best('Милана', { role: 'given', gender: 'f' })).toBe('米拉娜');
    expect(best('Аксинья', { role: 'given', gender: 'f' })).toBe('阿克西尼娅');
  });
});

test.each(['', ' ', 'Rudskoi', '王', 'Андрей Иванович', 'Рудской1', '-', 'а'.repeat(41)])(
  '«%s» is no Russian word',
  (word) => {
    expect(transcribeRussian(word, family)).toEqual([]);
  },
);

test('a transcription is split at interpuncts of any kind', () => {
  for (const dot of '·‧•∙・·') {
    expect(splitTranscription(`安德烈${dot}伊万诺维奇 ${dot} 鲁茨科伊`)).toEqual(['安德烈', '伊万诺维奇', '鲁茨科伊']);
  }
  expect(splitTranscription('鲁茨科伊')).toEqual(['鲁茨科伊']);
  expect(splitTranscription('·')).toEqual([]);
});

/** Forms that use other characters than the table; historic ones among them. */
const customary = pairs(
  'Ломоносов 罗蒙诺索夫, Шолохов 肖洛霍夫, Чайковский 柴可夫斯基, Достоевский 陀思妥耶夫斯基, Маяковский 马雅可夫斯基, ' +
    'Есенин 叶赛宁, Ахматова 阿赫玛托娃, Цветаева 茨维塔耶娃, Павлов 巴甫洛夫, Мечников 梅契尼科夫, Лобачевский 罗巴切夫斯基, ' +
    'Жуков 朱可夫, Суворов 苏沃洛夫, Брежнев 勃列日涅夫, Шарапова 莎拉波娃, Фадеев 法捷耶夫, Островский 奥斯特洛夫斯基, ' +
    'Добролюбов 杜勃罗留波夫, Бакунин 巴枯宁, Ворошилов 伏罗希洛夫, Колмогоров 柯尔莫哥洛夫, Пушкин 普希金, Шостакович 肖斯塔科维奇',
);

describe('likeness of characters and a Russian word', () => {
  test.each([...regular, ...derived, ...women])('%s %s is whole', (word, characters) => {
    expect(transcriptionSimilarity(characters, word, family)).toBe(1);
  });

  test.each(customary)('%s %s is high', (word, characters) => {
    expect(transcriptionSimilarity(characters, word, family)).toBeGreaterThanOrEqual(0.8);
  });

  test('of different names is low', () => {
    const all = [...regular, ...customary].filter(([word]) => word !== 'Горбачев');
    const likenesses = all.flatMap(([word]) =>
      all
        .filter(([other]) => other !== word)
        .map(([, characters]) => transcriptionSimilarity(characters, word, family)),
    );
    expect(Math.max(...likenesses)).toBeLessThan(0.8);
    expect(likenesses.filter((likeness) => likeness > 0.3).length / likenesses.length).toBeLessThan(0.02);
  });

  test('traditional and feminine characters, other readings', () => {
    expect(transcriptionSimilarity('安德列', 'Андрей', { role: 'given', gender: 'm' })).toBeGreaterThan(0.9);
    expect(transcriptionSimilarity('伊萬諾夫', 'Иванов', family)).toBe(1);
    expect(transcriptionSimilarity('玛琳娜', 'Марина', { role: 'given', gender: 'f' })).toBeGreaterThan(0.7);
    expect(transcriptionSimilarity('鲁德兹国伊', 'Рудской', family)).toBeGreaterThan(0.3);
  });

  test('nothing to compare is no likeness', () => {
    expect(transcriptionSimilarity('', 'Иванов', family)).toBe(0);
    expect(transcriptionSimilarity('伊万诺夫', '', family)).toBe(0);
    expect(transcriptionSimilarity('Ivanov', 'Иванов', family)).toBe(0);
    expect(transcriptionSimilarity('王文丽', 'Рудской', family)).toBe(0);
  });
});

test('any text has an answer of bounded size', () => {
  const options = fc.record<RussianNameOptions>({
    role: fc.constantFrom('family', 'given', 'patronymic'),
    gender: fc.constantFrom('', 'f', 'm'),
  });
  const russian = fc.string({
    unit: fc.constantFrom(...Array.from('абвгдеёжзийклмнопрстуфхцчшщъыьэюя-')),
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.oneof(anyText, russian), anyText, options, (word, characters, chosen) => {
      const forms = transcribeRussian(word, chosen);
      expect(forms.length).toBeLessThanOrEqual(6);
      for (const { text } of forms) expect(text).toMatch(/^[\p{Script=Han}-]+$/u);
      for (const han of [characters, ...forms.map(({ text }) => text)]) {
        const likeness = transcriptionSimilarity(han, word, chosen);
        expect(likeness >= 0 && likeness <= 1).toBe(true);
      }
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHan, simplifyHan, splitHanName, tonedReading } from '#shared/domain/names/han.ts';
import { compoundSurnames, isChineseSurname, stripTones, surnameWeight } from '#shared/domain/names/surnames-han.ts';
import { anyText } from '../../support/any-text.ts';

describe('a name in characters is split, family name first', () => {
  test.each([
    ['王文丽', '王', '文丽'],
    ['张伟', '张', '伟'],
    ['欧阳文', '欧阳', '文'],
    ['司马相南', '司马', '相南'],
    ['歐陽脩', '歐陽', '脩'],
    ['单于晴', '单于', '晴'],
    ['郑李淑芳', '郑李', '淑芳'],
    ['欧阳王小明', '欧阳王', '小明'],
    ['欧阳', '欧', '阳'],
    ['王 文丽', '王', '文丽'],
    ['王　芳', '王', '芳'],
    ['欧阳 文', '欧阳', '文'],
    ['欧 阳 文', '欧阳', '文'],
    [' 王文丽 ', '王', '文丽'],
  ])('%s', (text, family, given) => {
    expect(splitHanName(text)).toEqual({ family, given });
  });

  test.each(['', '王', 'Wang', '王Wenli', '安德烈·鲁茨科伊', '安德烈伊万诺维奇', '王小明和李伟', '王,丽'])(
    '«%s» is none',
    (text) => {
      expect(splitHanName(text)).toBeNull();
    },
  );
});

const toned =
  '秘 bì, 卜 bǔ, 种 chóng, 重 chóng, 刀 diāo, 葛 gě, 盖 gě, 过 guō, 华 huà, 纪 jǐ, 牟 mù, 区 ōu, 繁 pó, 仇 qiú, 任 rén, ' +
  '单 shàn, 召 shào, 折 shé, 舍 shè, 沈 shěn, 峙 shì, 隗 wěi, 解 xiè, 莘 xīn, 燕 yān, 乐 yuè, 员 yùn, 查 zhā, 翟 zhái, 曾 zēng, ' +
  '朴 piáo, 冼 xiǎn, 缪 miào, 覃 qín, 那 nā, 令狐 línghú, 万俟 mòqí, 澹台 tántái, 长孙 zhǎngsūn, 尉迟 yùchí, 单于 chányú, ' +
  '單于 chányú, 吕 lǚ, 闾丘 lǘqiū, 欧阳 ōuyáng';

describe('a family name is read as one', () => {
  test.each(toned.split(', ').map((item) => item.split(' ') as [string, string]))('%s %s', (characters, reading) => {
    expect(tonedReading(characters, 'family').toLowerCase()).toBe(reading);
    expect(readHan(characters, 'family')[0]?.join('')).toBe(stripTones(reading));
  });

  test('its other readings follow', () => {
    expect(readHan('覃', 'family')).toEqual([['qin'], ['tan']]);
    expect(readHan('曾', 'family')).toEqual([['zeng'], ['ceng']]);
    expect(readHan('万俟', 'family')).toEqual([['mo', 'qi']]);
  });

  test('a double one is hyphenated (GB/T 28039-2011)', () => {
    expect(tonedReading('郑李', 'family')).toBe('Zhèng-Lǐ');
    expect(tonedReading('欧阳王', 'family')).toBe('Ōuyáng-Wáng');
    expect(readHan('郑李', 'family')).toEqual([['zheng', 'li']]);
  });
});

describe('a given name is read', () => {
  test.each([
    ['文丽', 'Wénlì', 'wen li'],
    ['文麗', 'Wénlì', 'wen li'],
    ['一鸣', 'Yīmíng', 'yi ming'],
    ['长安', "Cháng'ān", 'chang an'],
    ['长安', "Cháng'ān", 'zhang an'],
    ['绿', 'Lǜ', 'lü'],
  ])('%s', (characters, display, reading) => {
    expect(tonedReading(characters, 'given').toLowerCase()).toBe(display.toLowerCase());
    expect(readHan(characters, 'given').map((cut) => cut.join(' '))).toContain(reading);
  });

  test('nothing for what is no character', () => {
    expect(['', 'Wen', '文a', '·', '一二三四五六七八九'].flatMap((text) => readHan(text, 'given'))).toEqual([]);
    expect(tonedReading('abc', 'family')).toBe('');
  });
});

test('traditional characters of names', () => {
  expect(simplifyHan('孫張陳歐陽諸葛亮')).toBe('孙张陈欧阳诸葛亮');
  expect(simplifyHan('王文丽 Wang')).toBe('王文丽 Wang');
});

test('a pinyin family name is known by its share', () => {
  expect(isChineseSurname(['hu'])).toBe(true);
  expect(isChineseSurname(['ou', 'yang'])).toBe(true);
  expect(isChineseSurname(['lü'])).toBe(true);
  expect(isChineseSurname(['yi', 'dong'])).toBe(false);
  expect(isChineseSurname([])).toBe(false);
  expect(surnameWeight('wang')).toBeGreaterThan(surnameWeight('wen'));
  expect(surnameWeight('dong')).toBeGreaterThan(0);
  expect(surnameWeight('zhuangzi')).toBe(0);
  expect(compoundSurnames.size).toBe(39);
});

test('any text has an answer of bounded size', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('family' as const, 'given' as const), (text, role) => {
      expect(readHan(text, role).length).toBeLessThanOrEqual(16);
      expect(typeof tonedReading(text, role)).toBe('string');
      const split = splitHanName(text);
      if (split !== null) expect(split.family + split.given).toBe(text.normalize('NFC').replace(/\s/gu, ''));
    }),
  );
});

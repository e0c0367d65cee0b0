import type { WordNumber } from './number-words.ts';

const digits: Record<string, number> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 俩: 2 },
};
const smallScales: Record<string, number> = { 十: 10, 百: 100, 千: 1_000, 拾: 10, 佰: 100, 仟: 1_000 };
/** What multiplies all that stands before it, behind digits too: 1.5万. */
export const hanScales: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** Signs of which a number in Chinese characters is made. */
export const hanNumeral = '零〇一二两三四五六七八九十百千万亿';

/**
 * The value of a number in Chinese characters: 三百五十 is 350, 二〇二〇 is 2020, 三点五 is 3.5; null for what is no single
 * number (三四 is «three or four»).
 */
export function parseHanNumeral(numeral: string): number | null {
  const [whole = '', fraction = ''] = numeral.split('点');
  if (fraction !== '') {
    const start = parseHanNumeral(whole);
    const rest = Array.from(fraction, (sign) => digits[sign]);
    return start === null || rest.includes(undefined) ? null : Number(`${start}.${rest.join('')}`);
  }
  if (!/[十百千万亿拾佰仟]/u.test(whole)) {
    const each = Array.from(whole, (sign) => digits[sign]);
    if (each.includes(undefined) || (each.length > 1 && each.length < 4)) return null;
    return Number(each.join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const sign of whole) {
    const value = digits[sign];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      continue;
    }
    const small = smallScales[sign];
    if (small !== undefined) {
      section += (digit ?? (section === 0 && small === 10 ? 1 : 0)) * small;
      if (digit === null && small !== 10) return null;
    } else {
      section += digit ?? 0;
      if (section === 0 && total === 0) return null;
      // 三万亿
      if (section === 0) total *= hanScales[sign] ?? 1;
      else total = sign === '亿' ? (total + section) * 1e8 : total + section * 1e4;
      section = 0;
    }
    digit = null;
  }
  return total + section + (digit ?? 0);
}

const run = new RegExp(`(第?)([${hanNumeral}]{1,16}(?:点[零〇一二三四五六七八九]{1,6})?)`, 'gu');
/** What is counted, so that the character before it is a number and not part of a word (四川, 统一, 十分). */
const counted =
  /^(?:余|多)?(?:个|项|家|名人?|人|位|次|年|月|天|日|周|份|篇|条|台|所|座|组|类|种|轮|批|届|期|门|款|件|点|方面|国|省|市|区|县|大|层|倍|支|场|套|部|卷|章|小时|分钟|公里|千米|米|吨|公斤|元|美元|欧元|卢布|号)/u;
const noCount = /^(?:分[^之钟]|方(?!面)|国|者|农|峡|亚|川|江)/u;
/** Days of the week, and what only says «some hundred». */
const notBefore = /(?:星期|礼拜|周|数|几|好|上|成|近来|唯|统|单|同|万无|不)$/u;

/** Numbers in characters in a folded Chinese text. */
export function readHanNumerals(text: string): WordNumber[] {
  const found: WordNumber[] = [];
  for (const match of text.matchAll(run)) {
    const [whole, ordinal = '', numeral = ''] = match;
    const { index: start } = match;
    const end = start + whole.length;
    const before = text.slice(Math.max(0, start - 3), start);
    const after = text.slice(end, end + 4);
    if (ordinal === '' && notBefore.test(before)) continue;
    // 十四五: the fourteenth five-year plan.
    if (/^十[一二三四五]五$/u.test(numeral)) {
      found.push({ start, end: end - 1, value: parseHanNumeral(numeral.slice(0, 2)) ?? 0, isWeak: true });
      found.push({ start: end - 1, end, value: 5, isWeak: true });
      continue;
    }
    const value = parseHanNumeral(numeral);
    if (value === null) continue;
    const isFirm =
      value > 2 &&
      !noCount.test(after) &&
      (numeral.length > 2
        ? /[十百千万亿]/u.test(numeral) || numeral.length === 4
        : ordinal !== '' || counted.test(after));
    found.push({ start, end, value, isWeak: !isFirm });
  }
  return found;
}

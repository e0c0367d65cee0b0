/** A number in words, folded; see {@link readNumberWords}. */
export interface WordNumber {
  start: number;
  end: number;
  value: number;
  /** An ordinal, a collective or «one» and «two», which languages put in other ways. */
  isWeak: boolean;
}

interface Word {
  value: number;
  /** `scale` multiplies what stands before it: thousand, million. */
  role: 'number' | 'scale';
  isWeak?: boolean;
}

const english = new Map<string, Word>();
const englishUnits =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
englishUnits.split(' ').forEach((word, value) => english.set(word, { value, role: 'number' }));
'twenty thirty forty fifty sixty seventy eighty ninety'
  .split(' ')
  .forEach((word, index) => english.set(word, { value: (index + 2) * 10, role: 'number' }));
const englishOrdinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';
englishOrdinals.split(' ').forEach((word, index) => english.set(word, { value: index + 1, role: 'number' }));
english.set('thirtieth', { value: 30, role: 'number' });
for (const [word, value] of [
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
] as const) {
  english.set(word, { value, role: 'scale' });
}
for (const [word, value] of [
  ['both', 2],
  ['dual', 2],
  ['double', 2],
  ['bilateral', 2],
  ['once', 1],
  ['twice', 2],
  ['triple', 3],
  ['trilateral', 3],
  ['tripartite', 3],
  ['decade', 10],
  ['decades', 10],
  ['dozen', 12],
  ['century', 100],
  ['tripled', 3],
  ['quadrupled', 4],
  ['twofold', 2],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['sixfold', 6],
  ['tenfold', 10],
] as const) {
  english.set(word, { value, role: 'number', isWeak: true });
}

const russian = new Map<string, Word>();
const addRussian = (value: number, forms: string, isWeak = false): void => {
  for (const form of forms.split(' ')) russian.set(form, { value, role: 'number', ...(isWeak && { isWeak }) });
};
addRussian(1, 'один одна одно одни одного одной одному одним одном одну одною одних одними');
addRussian(2, 'два две двух двум двумя двое двоих двоим оба обе обоих обеих обоим обеим обоими обеими');
addRussian(3, 'три трех трем тремя трое троих троим');
addRussian(4, 'четыре четырех четырем четырьмя четверо четверых');
const softSigns =
  '5 пят 6 шест 7 сем 9 девят 10 десят 11 одиннадцат 12 двенадцат 13 тринадцат 14 четырнадцат 15 пятнадцат 16 шестнадцат 17 семнадцат 18 восемнадцат 19 девятнадцат 20 двадцат 30 тридцат';
for (const [, value = '', stem = ''] of softSigns.matchAll(/(\d+) (\p{L}+)/gu)) {
  addRussian(Number(value), `${stem}ь ${stem}и ${stem}ью`);
}
addRussian(5, 'пятеро пятерых');
// «С семью участниками» is seven, «семью» a family as well.
addRussian(7, 'семью семеро семерых', true);
addRussian(8, 'восемь восьми восемью восьмью');
addRussian(40, 'сорок сорока');
for (const [index, stem] of ['пят', 'шест', 'сем'].entries()) {
  addRussian(50 + index * 10, `${stem}ьдесят ${stem}идесяти ${stem}ьюдесятью`);
}
addRussian(80, 'восемьдесят восьмидесяти');
addRussian(90, 'девяносто девяноста');
addRussian(100, 'сто ста');
addRussian(200, 'двести двухсот двумстам двухстах');
addRussian(300, 'триста трехсот тремстам трехстах');
addRussian(400, 'четыреста четырехсот четыремстам четырехстах');
addRussian(500, 'пятьсот пятисот пятистам пятистах');
addRussian(600, 'шестьсот шестисот шестистам шестистах');
addRussian(700, 'семьсот семисот семистам семистах');
addRussian(800, 'восемьсот восьмисот восьмистам восьмистах');
addRussian(900, 'девятьсот девятисот девятистам девятистах');
const hardEndings = 'ый ая ое ые ого ой ому ым ом ую ых ыми';
const ordinalStems =
  '1 перв 2 втор 4 четверт 5 пят 6 шест 7 седьм 8 восьм 9 девят 10 десят 11 одиннадцат 12 двенадцат 13 тринадцат 14 четырнадцат 15 пятнадцат 16 шестнадцат 17 семнадцат 18 восемнадцат 19 девятнадцат 20 двадцат 30 тридцат 40 сороков 50 пятидесят 60 шестидесят 70 семидесят 80 восьмидесят 90 девяност 100 сот';
for (const [, value = '', stem = ''] of ordinalStems.matchAll(/(\d+) (\p{L}+)/gu)) {
  addRussian(
    Number(value),
    hardEndings
      .split(' ')
      .map((ending) => stem + ending)
      .join(' '),
    stem === 'сот',
  );
}
addRussian(3, 'третий третьего третьему третьим третьем третья третьей третьею третье третьи третьих третьими');
addRussian(3, 'третью', true);
addRussian(1.5, 'полтора полторы полутора');
addRussian(10, 'десятилетие десятилетия десятилетий десятилетии десятилетиями десятилетию десяток десятка', true);
addRussian(12, 'дюжина дюжины дюжину', true);
addRussian(2, 'вдвое вдвоем', true);
addRussian(3, 'втрое втроем', true);
addRussian(4, 'вчетверо', true);
addRussian(100, 'сотня сотни сотню сотней век века веке', true);
const addScale = (value: number, stem: string, endings: string): void => {
  for (const ending of endings.split(' ')) russian.set(stem + ending.replace('-', ''), { value, role: 'scale' });
};
addScale(1e3, 'тысяч', 'а и - у ей ам ами ах');
for (const [value, stem] of [
  [1e6, 'миллион'],
  [1e9, 'миллиард'],
  [1e12, 'триллион'],
] as const) {
  addScale(value, stem, '- а ов у ом е ы ам ами ах');
}

/** «Трёхсторонний», «пятилетний»: the number is in it, but other languages may not say it as one. */
const russianCompound =
  /^(двух|дву|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|двенадцати|пятнадцати|двадцати|тридцати|сорока)(?=\p{L}{4})/u;
/** What other languages may say without the number: «third parties», «five-year plan». */
const notCounted = { en: /^[- ](?:part(?:y|ies)|countr(?:y|ies)|year plan)/u, ru: /^ (?:стран|сторон|лиц)/u };

const longestNumber = 9;
const wordPattern = { en: /[a-z]+/gu, ru: /[а-я]+/gu };

interface Run {
  words: Word[];
  start: number;
  end: number;
}

/** Numbers in words in a folded English or Russian text; `text` is as written, for what is in capitals is no number. */
export function readNumberWords(folded: string, text: string, language: 'en' | 'ru'): WordNumber[] {
  const table = language === 'en' ? english : russian;
  const found: WordNumber[] = [];
  let open: Run | undefined;
  for (const match of folded.matchAll(wordPattern[language])) {
    const [form] = match;
    const { index: start } = match;
    const end = start + form.length;
    const word = form.length > 1 && isCapitals(text.slice(start, end)) ? undefined : table.get(form);
    if (word === undefined) {
      // «Three hundred and fifty»: what comes next tells.
      if (form === 'and' && open?.words.at(-1)?.role === 'scale' && start === open.end + 1) continue;
      open = undefined;
      const compound = language === 'ru' ? russianCompound.exec(form)?.[1] : undefined;
      if (compound !== undefined) found.push({ start, end, value: compoundValue(compound), isWeak: true });
      continue;
    }
    if (open !== undefined && isJoint(folded.slice(open.end, start)) && continues(open.words, word)) {
      open.words.push(word);
      open.end = end;
      Object.assign(found.at(-1) ?? {}, sumUp(open, folded, language));
      continue;
    }
    // «Thousands of visitors» counts nothing.
    open = word.role === 'number' ? { words: [word], start, end } : undefined;
    if (open !== undefined) found.push(sumUp(open, folded, language));
  }
  return found;
}

const isJoint = (between: string): boolean => /^(?:[ \u00a0-]| and )$/u.test(between);
const compoundValue = (form: string): number => (form === 'дву' ? 2 : (russian.get(form)?.value ?? 0));

const isCapitals = (word: string): boolean => /^\p{Lu}+$/u.test(word);

/** Whether `next` goes on with the number: a smaller part after a larger one, or a scale. */
function continues(words: readonly Word[], next: Word): boolean {
  const last = words.at(-1);
  if (last === undefined || words.length >= longestNumber || last.isWeak === true || next.isWeak === true) return false;
  if (next.role === 'scale') return last.role === 'number' || last.value < next.value;
  if (last.role === 'scale') return next.value < last.value;
  if (last.value >= 100) return next.value < 100;
  return last.value >= 20 && last.value < 100 && last.value % 10 === 0 && next.value < 10 && next.value > 0;
}

function sumUp({ words, start, end }: Run, folded: string, language: 'en' | 'ru'): WordNumber {
  let total = 0;
  let part = 0;
  for (const { role, value } of words) {
    if (role === 'number') part += value;
    else if (value === 100) part = (part === 0 ? 1 : part) * 100;
    else {
      total += (part === 0 ? 1 : part) * value;
      part = 0;
    }
  }
  const value = total + part;
  const isCounted = !notCounted[language].test(folded.slice(end, end + 12));
  return { start, end, value, isWeak: value <= 2 || !isCounted || words.some(({ isWeak }) => isWeak === true) };
}

import { analyseName, match } from '../../shared/domain/names/index.ts';
import type { Line } from './statistics.ts';

const pairCount = 200_000;
const goalPerSecond = 100_000;

const chineseFamilies = 'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo'.split(' ');
const chineseSyllables = 'wen li jian guo yi dong xiao ming hai yan zhi jun mei hua feng yu qing lin bo tao'.split(' ');
const russianStems = 'Кузнец Смирн Петр Соколов Волк Щербак Хрущ Юрь Жук Чайк Шува Тихон Рыбак Лебед Моро'.split(' ');
const russianGivens = 'Антон Борис Виктор Григорий Дмитрий Евгений Иван Константин Михаил Николай Юрий Яков'.split(' ');
const latinGivens = 'Anton Boris Victor Grigory Dmitri Evgeny Ivan Konstantin Michael Nikolai Yuri Yakov'.split(' ');

/** A steady sequence, so that two runs compare the same names. */
function createPicker(): <T>(list: readonly T[]) => T {
  let state = 12_345;
  return (list) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const item = list[(state >>> 8) % list.length];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
}

function generateNames(count: number): string[] {
  const pick = createPicker();
  return Array.from({ length: count }, (_, index) => {
    switch (index % 4) {
      case 0: {
        const given = pick(chineseSyllables) + pick(chineseSyllables);
        return `${pick(chineseFamilies)} ${given.charAt(0).toUpperCase()}${given.slice(1)}`;
      }
      case 1:
        return `${pick(russianStems)}ов ${pick(russianGivens)} ${pick(['Иванович', 'Петрович', 'Сергеевич'])}`;
      case 2:
        return `${pick(latinGivens)} ${pick(['Kuznetsov', 'Smirnoff', 'Petrov', 'Sokolow', 'Scherbakov', 'Zhukov'])}`;
      default:
        return (
          pick('王李张刘陈杨赵黄周吴'.split('')) +
          pick('文丽建国一东晓明海燕'.split('')) +
          pick('志军美华峰宇'.split(''))
        );
    }
  });
}

/** `match` on 2,000 names that come again and again, as strings and as names analysed beforehand; all kinds mixed. */
export function benchMatchNames(): Promise<Line[]> {
  const names = generateNames(2_000);
  const pick = createPicker();
  const analysed = new Map(names.map((name) => [name, analyseName(name)]));
  const pairs = Array.from({ length: pairCount }, () => [pick(names), pick(names)] as const);
  const analysedPairs = pairs.map(
    ([a, b]) => [analysed.get(a) ?? analyseName(a), analysed.get(b) ?? analyseName(b)] as const,
  );
  const fresh = generateNames(2_000);
  let start = performance.now();
  fresh.forEach((name, index) => match(analyseName(name), analyseName(fresh[(index * 7) % fresh.length] ?? '')));
  const microseconds = ((performance.now() - start) * 1_000) / fresh.length;

  const measure = (run: () => void): number => {
    run();
    start = performance.now();
    run();
    return (pairCount / (performance.now() - start)) * 1_000;
  };
  const line = (name: string, perSecond: number): Line => ({
    name,
    value: `${Math.round(perSecond).toLocaleString('en')} pairs/s`,
    goal: `≥ ${goalPerSecond.toLocaleString('en')}`,
    isMet: perSecond >= goalPerSecond,
  });
  return Promise.resolve([
    line(
      'match, names as text',
      measure(() => {
        for (const [a, b] of pairs) match(a, b);
      }),
    ),
    line(
      'match, names analysed before',
      measure(() => {
        for (const [a, b] of analysedPairs) match(a, b);
      }),
    ),
    {
      name: 'match, two names never seen before',
      value: `${microseconds.toFixed(0)} µs`,
      goal: '≤ 1,000 µs',
      isMet: microseconds <= 1_000,
    },
  ]);
}

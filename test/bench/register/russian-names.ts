import { capitalise } from './chinese-names.ts';
import type { Random } from './random.ts';

/** Surnames as `stem+masculine/feminine` ending. */
const surnames = [
  ...'Ивано Смирно Кузнецо Попо Василье Петро Соколо Михайло Новико Фёдоро Морозо Волко Алексее Лебеде Семёно Егоро Павло Козло Степано Николае Орло Андрее Макаро Никитин Захаро Зайце Соловьё Борисо Яковле Григорье Романо Воробьё Сергее Кузьмин Фроло Александро Дмитрие Королё Гусе Киселё Ильин Максимо Поляко Сорокин Виноградо Ковалё Бело Медведе Антоно Тарасо Жуко Барано Филиппо Комаро Давыдо Беляе Герасимо Богдано Осипо Сидоро Матвее Тито Марко Мироно Крыло Кулико Карпо Власо Мельнико Денисо Гаврило Тихоно Казако Афанасье Данило Савелье Тимофее Фомин Черно Абрамо Мартыно Ефимо Федото Щербако Назаро Калинин Исае Чернышё Быко Масло Родионо Коновало Лазаре Воронин Климо Филато Пономарё Голубе Кудрявце Прохоро Наумо Потапо Журавлё Овчиннико Трофимо Леоно Соболе Ермако Колеснико Гончаро Емельяно Никифоро Грачё Кото Гришин Ефремо Архипо Громо Кирилло Малыше Панфёро Шубин Цветко Ширяе Юдин Яшин Щукин'
    .split(' ')
    .map((stem) =>
      stem.endsWith('н') ? { masculine: stem, feminine: `${stem}а` } : { masculine: `${stem}в`, feminine: `${stem}ва` },
    ),
  ...'Вишневск Островск Покровск Чайковск Белинск Заславск Троицк Высоцк Ковальск Раевск Успенск Никольск'
    .split(' ')
    .map((stem) => ({ masculine: `${stem}ий`, feminine: `${stem}ая` })),
  ...'Шевченко Бондаренко Кравченко Ткаченко Савченко Черных Седых Долгих Шмидт Вернер'
    .split(' ')
    .map((name) => ({ masculine: name, feminine: name })),
];

/** A man's name and the stem of his children's patronymics. */
const fathers =
  'Александр Александров|Алексей Алексеев|Анатолий Анатольев|Андрей Андреев|Антон Антонов|Аркадий Аркадьев|Артём Артёмов|Борис Борисов|Вадим Вадимов|Валентин Валентинов|Валерий Валерьев|Василий Васильев|Виктор Викторов|Виталий Витальев|Владимир Владимиров|Вячеслав Вячеславов|Геннадий Геннадьев|Георгий Георгьев|Глеб Глебов|Григорий Григорьев|Денис Денисов|Дмитрий Дмитриев|Евгений Евгеньев|Егор Егоров|Иван Иванов|Игорь Игорев|Кирилл Кириллов|Константин Константинов|Леонид Леонидов|Максим Максимов|Матвей Матвеев|Михаил Михайлов|Николай Николаев|Олег Олегов|Павел Павлов|Пётр Петров|Роман Романов|Руслан Русланов|Семён Семёнов|Сергей Сергеев|Станислав Станиславов|Степан Степанов|Тимофей Тимофеев|Фёдор Фёдоров|Юрий Юрьев|Яков Яковлев'
    .split('|')
    .map((line) => {
      const [name = '', stem = ''] = line.split(' ');
      return { name, sonOf: `${stem}ич`, daughterOf: `${stem}на` };
    });

const women =
  'Александра|Алина|Алла|Анастасия|Анна|Валентина|Валерия|Вера|Виктория|Галина|Дарья|Евгения|Екатерина|Елена|Елизавета|Жанна|Зинаида|Инна|Ирина|Ксения|Лариса|Лидия|Любовь|Людмила|Маргарита|Марина|Мария|Надежда|Наталья|Нина|Оксана|Ольга|Полина|Раиса|Светлана|София|Тамара|Татьяна|Юлия|Яна'.split(
    '|',
  );

export interface RussianName {
  gender: 'f' | 'm';
  family: string;
  given: string;
  patronymic: string;
}

export function inventRussianName(random: Random): RussianName {
  const gender = random.isLikely(0.45) ? 'f' : 'm';
  const { masculine, feminine } = random.pickEarly(surnames);
  const { sonOf, daughterOf } = random.pick(fathers);
  return gender === 'f'
    ? { gender, family: feminine, given: random.pick(women), patronymic: daughterOf }
    : { gender, family: masculine, given: random.pick(fathers).name, patronymic: sonOf };
}

const cyrillic = Array.from('абвгдеёжзийклмнопрстуфхцчшщъыьэюя');
/** Each letter's Latin form in passports (ICAO Doc 9303, part 3) and in the press, in the order of the alphabet. */
const latin = {
  icao: 'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia'.split(' '),
  press: 'a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya'.split(' '),
};

/** One word of a Russian name in Latin letters. */
export function romanise(word: string, system: keyof typeof latin): string {
  const letters = Array.from(word.toLowerCase()).map((letter) => latin[system][cyrillic.indexOf(letter)] ?? letter);
  return capitalise(letters.join('').replaceAll('-', ''));
}

import type { LocalizedText } from '#shared/domain/language.ts';

type Names = readonly [en: string, ru: string, zh: string];

/** Family name, given name and patronymic per script, as the register keeps them. */
export const people: readonly (readonly [latin: string, cyrillic: string, han: string, gender: '' | 'f' | 'm'])[] = [
  ['Hu Yidong', 'Ху Идун', '胡 义东', 'm'],
  ['Wang Wenli', 'Ван Вэньли', '王 文丽', 'f'],
  ['Zhang Zhijun', 'Чжан Чжицзюнь', '张 志军', 'm'],
  ['Orlova Marina Ivanovna', 'Орлова Марина Ивановна', '奥尔洛娃 玛丽娜', 'f'],
  ['Kuznetsov Anton Borisovich', 'Кузнецов Антон Борисович', '库兹涅佐夫 安东', 'm'],
  ['Azarov Oleg', 'Азаров Олег', '阿扎罗夫 奥列格', 'm'],
  ['Guo Liping', 'Го Липин', '郭 丽萍', 'f'],
  ['Liu Yongzhi', 'Лю Юнчжи', '刘 永志', 'm'],
  ['Sokolovskaya Elena Viktorovna', 'Соколовская Елена Викторовна', '索科洛夫斯卡娅 叶莲娜', 'f'],
  ['Li Na', 'Ли На', '李 娜', 'f'],
  ['Chen Guoqiang', 'Чэнь Гоцян', '陈 国强', 'm'],
  ['Morozov Pavel Andreevich', 'Морозов Павел Андреевич', '莫罗佐夫 帕维尔', 'm'],
  ['Ouyang Xue', 'Оуян Сюэ', '欧阳 雪', 'f'],
  ['Tkachenko Sergey', 'Ткаченко Сергей', '特卡琴科 谢尔盖', 'm'],
];

export const organizations: readonly { name: Names; abbreviation?: Names }[] = [
  {
    name: [
      'Jiangsu Industrial Technology Research Institute',
      'Цзянсуский исследовательский институт промышленных технологий',
      '江苏省产业技术研究院',
    ],
    abbreviation: ['JITRI', 'JITRI', ''],
  },
  {
    name: [
      'St. Petersburg Research Center of the Russian Academy of Sciences',
      'Санкт-Петербургский научный центр РАН',
      '俄罗斯科学院圣彼得堡科学中心',
    ],
    abbreviation: ['SPBRC RAS', 'СПбНЦ РАН', ''],
  },
  {
    name: ['Siberian Branch of the Russian Academy of Sciences', 'Сибирское отделение РАН', '俄罗斯科学院西伯利亚分院'],
    abbreviation: ['SB RAS', 'СО РАН', ''],
  },
  {
    name: ['Russian Academy of Sciences', 'Российская академия наук', '俄罗斯科学院'],
    abbreviation: ['RAS', 'РАН', ''],
  },
  {
    name: ['People’s Government of Changchun City', 'Народное правительство города Чанчуня', '长春市人民政府'],
  },
  { name: ['RusHydro', 'РусГидро', '俄罗斯水电集团'] },
  {
    name: ['Nanjing Tech University', 'Нанкинский технологический университет', '南京工业大学'],
    abbreviation: ['NJTECH', 'НТУ', '南工大'],
  },
  {
    name: [
      'Ministry of Science and Technology of the People’s Republic of China',
      'Министерство науки и технологий КНР',
      '中华人民共和国科学技术部',
    ],
    abbreviation: ['MOST', 'МНТ КНР', '中国科技部'],
  },
  {
    name: ['Novosibirsk State University', 'Новосибирский государственный университет', '新西伯利亚国立大学'],
    abbreviation: ['NSU', 'НГУ', ''],
  },
  {
    name: [
      'Department of Science and Technology of Jiangsu Province',
      'Департамент науки и техники провинции Цзянсу',
      '江苏省科技厅',
    ],
    abbreviation: ['JSTD', '', ''],
  },
];

export interface FixtureConcept {
  preferred: LocalizedText;
  /** Not the term, though it may mean the same. */
  wrong: LocalizedText;
  isForbidden: boolean;
}
const concept = (preferred: Names, wrong: Names, isForbidden = false): FixtureConcept => ({
  preferred: { en: preferred[0], ru: preferred[1], zh: preferred[2] },
  wrong: { en: wrong[0], ru: wrong[1], zh: wrong[2] },
  isForbidden,
});

export const concepts: Readonly<Record<string, FixtureConcept>> = {
  group: concept(['working group', 'рабочая группа', '工作组'], ['task force', 'комиссия', '专班']),
  map: concept(['road map', 'дорожная карта', '路线图'], ['plan of action', 'план мероприятий', '规划']),
  memorandum: concept(
    ['memorandum of understanding', 'меморандум о взаимопонимании', '谅解备忘录'],
    ['letter of intent', 'соглашение о намерениях', '意向书'],
  ),
  laboratory: concept(
    ['joint laboratory', 'совместная лаборатория', '联合实验室'],
    ['common lab', 'общая лаборатория', '共同实验室'],
    true,
  ),
  transfer: concept(
    ['technology transfer', 'трансфер технологий', '技术转移'],
    ['passing on of technology', 'передача технологий', '技术移交'],
    true,
  ),
  property: concept(
    ['intellectual property', 'интеллектуальная собственность', '知识产权'],
    ['intangible property', 'авторские права', '智力财产'],
  ),
  pilot: concept(['pilot project', 'пилотный проект', '试点项目'], ['trial project', 'опытный проект', '试验项目']),
  committee: concept(
    ['steering committee', 'координационный комитет', '指导委员会'],
    ['managing board', 'правление', '理事会'],
  ),
  composite: concept(
    ['composite materials', 'композиционные материалы', '复合材料'],
    ['mixed materials', 'смешанные материалы', '混合材料'],
  ),
};

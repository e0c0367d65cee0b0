/** See triples-one.ts; a second lot of what is easily taken for a fault. */
export const triplesFour: readonly (readonly [en: string, ru: string, zh: string])[] = [
  [
    'The 2nd International Forum “Arctic – Territory of Dialogue” brought together over 2.5 thousand delegates from 31 countries.',
    'II Международный форум «Арктика — территория диалога» собрал более 2,5 тыс. делегатов из 31 страны.',
    '第二届“北极——对话之地”国际论坛汇聚了来自31个国家的2500多名代表。',
  ],
  [
    'Wang Wenli spoke last, at about half past four.',
    'Последней, примерно в половине пятого, выступила Ван Вэньли.',
    '王文丽于四点半左右最后发言。',
  ],
  [
    'One third of the funds has been spent; two thirds remain.',
    'Израсходована одна треть средств, две трети остаются.',
    '资金已使用三分之一，尚余三分之二。',
  ],
  [
    'To submit the papers by Friday, 14 May, 18:00 (UTC+8).',
    'Представить документы до пятницы, 14 мая, 18:00 (UTC+8).',
    '于5月14日（星期五）18:00（UTC+8）前提交文件。',
  ],
  [
    'Article 7, paragraph 2, of the Agreement was read out.',
    'Зачитан пункт 2 статьи 7 Соглашения.',
    '宣读了协定第七条第二款。',
  ],
  [
    'The Chinese side (Mr Chen Guoqiang) asked to replace “shall” by “may” in clause 4.2.',
    'Китайская сторона (г-н Чэнь Гоцян) попросила заменить в п. 4.2 слово «должны» на «могут».',
    '中方（陈国强先生）请求将第4.2条中的“应当”改为“可以”。',
  ],
  [
    'More than two hundred thousand tonnes of ore are processed annually.',
    'Ежегодно перерабатывается более двухсот тысяч тонн руды.',
    '年处理矿石20余万吨。',
  ],
  [
    'The Institute, founded in 1956, has 3 academicians, 12 corresponding members and some 90 doctors of science.',
    'В институте, основанном в 1956 году, работают 3 академика, 12 членов-корреспондентов и около 90 докторов наук.',
    '该所成立于1956年，现有院士3人、通讯院士12人、博士约90人。',
  ],
  [
    'Approve the composition of the editorial board: A. B. Kuznetsov (chair), Li Na, S. Tkachenko.',
    'Утвердить состав редколлегии: Кузнецов А. Б. (председатель), Ли На, Ткаченко С.',
    '批准编委会组成：库兹涅佐夫（主席）、李娜、特卡琴科。',
  ],
  [
    'The exchange rate on the day of payment applies (1 yuan = 11.7 roubles as of 20.05.2021).',
    'Применяется курс на день платежа (1 юань = 11,7 рубля на 20.05.2021).',
    '适用付款当日汇率（2021年5月20日为1元人民币兑11.7卢布）。',
  ],
  [
    'Nobody from the first group arrived on time; the second was early.',
    'Из первой группы никто не прибыл вовремя; вторая приехала раньше.',
    '第一组无人准时到达，第二组则提前抵达。',
  ],
  [
    'Sales in Q4 were 8% below plan and fell by another 3–4 p.p. in January.',
    'Продажи в IV квартале были на 8 % ниже плана и в январе снизились ещё на 3–4 п. п.',
    '第四季度销售额低于计划8%，1月份又下降3至4个百分点。',
  ],
  [
    'The participants laid flowers at the monument in memory of the events of 1945.',
    'Участники возложили цветы к памятнику в память о событиях 1945 года.',
    '与会者向纪念碑献花，缅怀1945年的历史事件。',
  ],
  [
    'A tenfold increase is unrealistic; a doubling is possible.',
    'Десятикратный рост нереален, удвоение возможно.',
    '增长十倍不现实，翻一番则有可能。',
  ],
  [
    'It takes from six to eight weeks to obtain a visa.',
    'Оформление визы занимает от шести до восьми недель.',
    '办理签证需要六至八周。',
  ],
  [
    'The patent (No. RU 2 745 123 C1) expires on 30 April 2039.',
    'Срок действия патента (№ RU 2 745 123 C1) истекает 30 апреля 2039 года.',
    '该专利（编号RU 2 745 123 C1）于2039年4月30日到期。',
  ],
  [
    'Chair: any questions? – None. We move on to item three.',
    'Председатель: Есть вопросы? — Нет. Переходим к третьему пункту.',
    '主席：有问题吗？——没有。进入第三项议程。',
  ],
  [
    'The Sino-Russian 5+3 format (five universities and three companies) was recognised as successful.',
    'Китайско-российский формат «5+3» (пять вузов и три компании) признан удачным.',
    '中俄“5+3”模式（五所高校和三家企业）被认为是成功的。',
  ],
  [
    'Coordinates: 59°56′ N, 30°19′ E; altitude 3 m.',
    'Координаты: 59°56′ с. ш., 30°19′ в. д.; высота 3 м.',
    '坐标：北纬59°56′，东经30°19′；海拔3米。',
  ],
  [
    'The schedule: May–June – tests; July – shipment; by the end of the year – start-up.',
    'График: май — июнь — испытания; июль — отгрузка; до конца года — пуск.',
    '进度安排：5月至6月试验，7月发货，年底前投产。',
  ],
  [
    'In 2020 alone, despite COVID-19, 1 billion 200 million roubles were invested.',
    'Только в 2020 году, несмотря на COVID-19, вложено 1 млрд 200 млн рублей.',
    '仅2020年，尽管受COVID-19疫情影响，仍投资12亿卢布。',
  ],
  [
    'Zhang Zhijun and his wife were guests of the Novosibirsk State University choir.',
    'Чжан Чжицзюнь с супругой были гостями хора Новосибирского государственного университета.',
    '张志军夫妇应邀观看了新西伯利亚国立大学合唱团的演出。',
  ],
  [
    'Working languages: Russian, Chinese (consecutive interpretation).',
    'Рабочие языки: русский, китайский (последовательный перевод).',
    '工作语言：俄语、中文（交替传译）。',
  ],
  [
    'The letter of 12 May (ref. 01-15/347) remained unanswered for 45 days.',
    'Письмо от 12 мая (исх. № 01-15/347) оставалось без ответа 45 дней.',
    '5月12日的函件（文号01-15/347）45天未获答复。',
  ],
  [
    'They are to report back no later than the 10th of each month.',
    'Отчитываться не позднее 10-го числа каждого месяца.',
    '须于每月10日前报告。',
  ],
  [
    'Elena Sokolovskaya: “I can see only one way out.”',
    'Елена Соколовская: «Я вижу только один выход».',
    '叶莲娜·索科洛夫斯卡娅：“我认为只有一条出路。”',
  ],
];

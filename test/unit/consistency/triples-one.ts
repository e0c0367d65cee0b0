/**
 * Sentences of a working group in English, Russian and Chinese. `{#|…}` is a figure, `{d|…}` a date, `{n|…}` a name of
 * the register, `{t:group|…}` a term of the glossary: what a fault can be planted in.
 */
export const triplesOne: readonly (readonly [en: string, ru: string, zh: string])[] = [
  [
    'The {t:group|working group} met in Nanjing on {d|16 June 2020}; {#|51} partners from {#|eight} countries took part.',
    '{t:group|Рабочая группа} собралась в Нанкине {d|16 июня 2020 г.}; участвовал {#|51} партнёр из {#|восьми} стран.',
    '{t:group|工作组}于{d|2020年6月16日}在南京举行会议，来自{#|8}个国家的{#|51}家合作伙伴参加。',
  ],
  [
    '{n|Hu Yidong} thanked {n|Marina Orlova} for the hospitality and invited the Russian side to Suzhou in {d|May 2021}.',
    '{n|Ху Идун} поблагодарил {n|Марину Орлову} за гостеприимство и пригласил российскую сторону в Сучжоу в {d|мае 2021 года}.',
    '{n|胡义东}感谢{n|玛丽娜·奥尔洛娃}的热情接待，并邀请俄方于{d|2021年5月}访问苏州。',
  ],
  [
    'The budget of the {t:pilot|pilot project} is {#|RMB 5.6 million}, of which {#|40 per cent} will be borne by {n|JITRI}.',
    'Бюджет {t:pilot|пилотного проекта} составляет {#|5,6 млн юаней}, из которых {#|40 %} возьмёт на себя {n|JITRI}.',
    '{t:pilot|试点项目}预算为{#|560万元}，其中{#|40%}由{n|江苏省产业技术研究院}承担。',
  ],
  [
    'To approve the {t:map|road map} for {d|2021–2023}.',
    'Утвердить {t:map|дорожную карту} на {d|2021–2023 годы}.',
    '批准{d|2021—2023年}{t:map|路线图}。',
  ],
  [
    'Under {#|Decision 3.1}, {n|the Siberian Branch of the Russian Academy of Sciences} will submit its comments by {d|1 September}.',
    'Согласно {#|решению 3.1} {n|Сибирское отделение РАН} представит свои замечания до {d|1 сентября}.',
    '根据{#|第3.1项决定}，{n|俄罗斯科学院西伯利亚分院}将于{d|9月1日}前提交意见。',
  ],
  [
    '{n|Wang Wenli} noted that bilateral trade in new materials had grown by {#|12.5%} in the {d|first quarter of 2021}.',
    '{n|Ван Вэньли} отметила, что двусторонняя торговля новыми материалами выросла на {#|12,5 %} в {d|первом квартале 2021 года}.',
    '{n|王文丽}指出，{d|2021年第一季度}双边新材料贸易额增长{#|12.5%}。',
  ],
  [
    'The meeting opened at {#|10:30} Moscow time ({#|15:30} Beijing time).',
    'Заседание открылось в {#|10:30} по московскому времени ({#|15:30} по пекинскому).',
    '会议于莫斯科时间{#|10:30}（北京时间{#|15:30}）开始。',
  ],
  [
    'The sides will set up a {t:laboratory|joint laboratory} at {n|Nanjing Tech University} with a staff of {#|25}.',
    'Стороны создадут {t:laboratory|совместную лабораторию} на базе {n|Нанкинского технологического университета}, штат — {#|25} человек.',
    '双方将在{n|南京工业大学}设立{t:laboratory|联合实验室}，编制{#|25}人。',
  ],
  [
    '“We must not lose another year,” said {n|Anton Kuznetsov}.',
    '«Мы не можем потерять ещё один год», — сказал {n|Антон Кузнецов}.',
    '{n|安东·库兹涅佐夫}表示：“我们不能再耽误一年。”',
  ],
  [
    'Of the {#|15,000} companies that were invited, more than {#|800} replied; {#|134} of them asked for a meeting.',
    'Из {#|15 000} приглашённых компаний ответили более {#|800}, из них {#|134} попросили о встрече.',
    '受邀的{#|15000}家企业中，有{#|800}多家作出答复，其中{#|134}家希望会面。',
  ],
  [
    'The draft {t:memorandum|memorandum of understanding} was handed to {n|the Department of Science and Technology of Jiangsu Province} on {d|3 March 2021}.',
    'Проект {t:memorandum|меморандума о взаимопонимании} передан {n|Департаменту науки и техники провинции Цзянсу} {d|3 марта 2021 г.}',
    '{t:memorandum|谅解备忘录}草案已于{d|2021年3月3日}送交{n|江苏省科技厅}。',
  ],
  [
    '{n|Oleg Azarov} proposed three priorities: sensors, catalysts and {t:composite|composite materials}.',
    '{n|Олег Азаров} предложил три приоритета: датчики, катализаторы и {t:composite|композиционные материалы}.',
    '{n|奥列格·阿扎罗夫}提出三个重点方向：传感器、催化剂和{t:composite|复合材料}。',
  ],
  [
    'The group agreed to hold its {#|fifth} meeting in St. Petersburg in {d|autumn 2022}, on {d|20–22 October}.',
    'Договорились провести {#|пятое} заседание группы в Санкт-Петербурге осенью {d|2022 года}, {d|20–22 октября}.',
    '商定于{d|2022年}秋季，即{d|10月20日至22日}，在圣彼得堡举行第{#|五}次会议。',
  ],
  [
    'Participants visited the {n|RusHydro} test site and saw two turbines of {#|640 MW} each.',
    'Участники посетили испытательный полигон компании «{n|РусГидро}» и осмотрели две турбины мощностью по {#|640 МВт}.',
    '与会人员参观了{n|俄罗斯水电集团}试验场，考察了两台单机容量为{#|640兆瓦}的水轮机。',
  ],
  [
    '{n|Guo Liping} reported on {t:transfer|technology transfer}: {#|55} licences had been granted since {d|2019}.',
    '{n|Го Липин} сообщила о {t:transfer|трансфере технологий}: с {d|2019 года} выдано {#|55} лицензий.',
    '{n|郭丽萍}汇报了{t:transfer|技术转移}情况：自{d|2019年}以来共许可{#|55}项。',
  ],
  [
    'It was noted with regret that the “Clean Water” programme had been suspended.',
    'С сожалением отметили, что программа «Чистая вода» приостановлена.',
    '会议遗憾地注意到，“清洁水”计划已暂停。',
  ],
  [
    'The costs, some {#|€1.2 million}, are to be shared equally.',
    'Расходы в размере около {#|1,2 млн евро} делятся поровну.',
    '费用约{#|120万欧元}，由双方平均分担。',
  ],
  [
    '{n|Liu Yongzhi} asked who would own the {t:property|intellectual property} created in the {t:laboratory|joint laboratory}.',
    '{n|Лю Юнчжи} спросил, кому будет принадлежать {t:property|интеллектуальная собственность}, созданная в {t:laboratory|совместной лаборатории}.',
    '{n|刘永志}询问在{t:laboratory|联合实验室}产生的{t:property|知识产权}归谁所有。',
  ],
  [
    'Deadline: {d|31 December 2021}. Responsible: {n|M. I. Orlova}, {n|Zhang Zhijun}.',
    'Срок: {d|31.12.2021}. Ответственные: {n|М. И. Орлова}, {n|Чжан Чжицзюнь}.',
    '期限：{d|2021年12月31日}。负责人：{n|奥尔洛娃}、{n|张志军}。',
  ],
  [
    'The {t:committee|steering committee} shall have {#|six} members, three from each side.',
    'В {t:committee|координационный комитет} входят {#|шесть} человек, по три от каждой стороны.',
    '{t:committee|指导委员会}由{#|6}人组成，双方各三人。',
  ],
  [
    '{n|Elena Sokolovskaya} recalled that {n|Novosibirsk State University} had been training doctoral students together with Chinese partners for {#|twelve} years.',
    '{n|Елена Соколовская} напомнила, что {n|Новосибирский государственный университет} {#|двенадцать} лет готовит аспирантов вместе с китайскими партнёрами.',
    '{n|叶莲娜·索科洛夫斯卡娅}回顾说，{n|新西伯利亚国立大学}与中方伙伴联合培养博士生已有{#|12}年。',
  ],
  [
    'Please send the list of participants to office@group.example by {d|15 April}.',
    'Просим направить список участников на адрес office@group.example до {d|15 апреля}.',
    '请于{d|4月15日}前将参会名单发送至office@group.example。',
  ],
  [
    'The energy consumption of the line fell from {#|1,250} to {#|980} kWh a day.',
    'Энергопотребление линии снизилось с {#|1250} до {#|980} кВт·ч в сутки.',
    '该生产线日耗电量由{#|1250}千瓦时降至{#|980}千瓦时。',
  ],
  [
    '{n|Li Na} presented the results of the second stage; {#|Stage III} begins in {d|July}.',
    '{n|Ли На} представила результаты второго этапа; {#|III этап} начинается в {d|июле}.',
    '{n|李娜}介绍了第二阶段的成果；第{#|三}阶段将于{d|7月}启动。',
  ],
  ['No objections were raised.', 'Возражений не поступило.', '与会各方无异议。'],
  [
    'Would the Russian side be ready to sign in {d|2022}?',
    'Готова ли российская сторона подписать документ в {d|2022 году}?',
    '俄方能否在{d|2022年}签署？',
  ],
  [
    '{n|The Ministry of Science and Technology of the People’s Republic of China} has allotted {#|20 million yuan} to the programme, and {n|the Russian Academy of Sciences} {#|150 million roubles}.',
    '{n|Министерство науки и технологий КНР} выделило на программу {#|20 млн юаней}, {n|Российская академия наук} — {#|150 млн рублей}.',
    '{n|中华人民共和国科学技术部}为该计划拨款{#|2000万元}，{n|俄罗斯科学院}拨款{#|1.5亿卢布}。',
  ],
  [
    'The minutes of {d|26 March 2021} were approved without changes.',
    'Протокол от {d|26 марта 2021 года} утверждён без изменений.',
    '{d|2021年3月26日}的会议纪要未经修改获得通过。',
  ],
  [
    '{n|Chen Guoqiang} drew attention to the quality of the samples: in {#|7} cases out of {#|10} they did not meet the standard.',
    '{n|Чэнь Гоцян} обратил внимание на качество образцов: в {#|7} случаях из {#|10} они не соответствовали стандарту.',
    '{n|陈国强}提请注意样品质量：{#|10}例中有{#|7}例不符合标准。',
  ],
  [
    'Establish the secretariat (one person from each side) and open a chat for urgent matters.',
    'Создать секретариат (по одному человеку от каждой стороны) и открыть чат для срочных вопросов.',
    '成立秘书处（双方各一人），并开设处理紧急事务的聊天群。',
  ],
  [
    'At the request of {n|Pavel Morozov} {#|item 5} of the agenda was taken before {#|item 4}.',
    'По просьбе {n|Павла Морозова} {#|пункт 5} повестки дня рассмотрен раньше {#|пункта 4}.',
    '应{n|帕维尔·莫罗佐夫}的要求，议程{#|第5项}先于{#|第4项}审议。',
  ],
  [
    'The conference was followed online by about {#|25 thousand} viewers.',
    'За конференцией в режиме онлайн следили около {#|25 тыс.} зрителей.',
    '约{#|2.5万}名观众在线收看了会议。',
  ],
  [
    '{n|Ouyang Xue} explained the difference between the two methods: the first is faster, the second more exact.',
    '{n|Оуян Сюэ} объяснила разницу между двумя методами: первый быстрее, второй точнее.',
    '{n|欧阳雪}说明了两种方法的区别：前者更快，后者更精确。',
  ],
  [
    'The share of renewable sources is to reach {#|15–20%} by {d|2030}.',
    'Доля возобновляемых источников должна достичь {#|15–20 %} к {d|2030 году}.',
    '到{d|2030年}，可再生能源占比应达到{#|15%—20%}。',
  ],
  [
    '{n|Sergey Tkachenko} agreed with {n|Ouyang Xue} and asked for the data to be sent within {#|ten} working days.',
    '{n|Сергей Ткаченко} согласился с {n|Оуян Сюэ} и попросил прислать данные в течение {#|десяти} рабочих дней.',
    '{n|谢尔盖·特卡琴科}同意{n|欧阳雪}的意见，并请其在{#|10}个工作日内提供数据。',
  ],
];

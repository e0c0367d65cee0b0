/** See triples-one.ts. */
export const triplesTwo: readonly (readonly [en: string, ru: string, zh: string])[] = [
  [
    'Both sides confirmed their commitment to the “One Belt, One Road” initiative and to open science.',
    'Обе стороны подтвердили приверженность инициативе «Один пояс, один путь» и открытой науке.',
    '双方重申支持“一带一路”倡议和开放科学。',
  ],
  [
    'As of {d|1 January 2021}, {#|8,000} researchers worked at the Institute, {#|30%} of them under {#|35}.',
    'По состоянию на {d|1 января 2021 г.} в институте работали {#|8000} научных сотрудников, {#|30 %} из них моложе {#|35} лет.',
    '截至{d|2021年1月1日}，该院共有科研人员{#|8000}人，其中{#|35}岁以下者占{#|30%}。',
  ],
  [
    'Professor {n|Kuznetsov} chaired the session; the secretary was {n|Guo Liping}.',
    'Председательствовал профессор {n|Кузнецов}, секретарь — {n|Го Липин}.',
    '会议由{n|库兹涅佐夫}教授主持，{n|郭丽萍}担任秘书。',
  ],
  [
    'The next video conference will take place on {d|9 September 2021} at {#|2 p.m.} Beijing time.',
    'Следующая видеоконференция состоится {d|9 сентября 2021 г.} в {#|14:00} по пекинскому времени.',
    '下次视频会议将于{d|2021年9月9日}北京时间{#|14:00}举行。',
  ],
  [
    'To instruct {n|SPBRC RAS} to draw up, together with {n|JITRI}, a list of topics for the {t:pilot|pilot project} (see {#|Annex 2}).',
    'Поручить {n|СПбНЦ РАН} совместно с {n|JITRI} составить перечень тем {t:pilot|пилотного проекта} (см. {#|приложение 2}).',
    '责成{n|俄罗斯科学院圣彼得堡科学中心}会同{n|江苏省产业技术研究院}拟定{t:pilot|试点项目}选题清单（见{#|附件2}）。',
  ],
  [
    'Exports amounted to {#|$3.4 billion}, which is {#|two} percentage points more than the year before.',
    'Экспорт составил {#|3,4 млрд долл. США}, что на два процентных пункта больше, чем годом ранее.',
    '出口额为{#|34亿美元}，比上年提高两个百分点。',
  ],
  [
    'Samples Nos. {#|17} and {#|21} were destroyed in transit; the carrier has paid {#|4,300 yuan} in damages.',
    'Образцы № {#|17} и {#|21} уничтожены при перевозке; перевозчик возместил ущерб в размере {#|4300 юаней}.',
    '{#|17}号和{#|21}号样品在运输途中损毁，承运人已赔偿{#|4300元}。',
  ],
  [
    '{n|Hu Yidong}’s proposal was supported by all delegations.',
    'Предложение {n|Ху Идуна} поддержали все делегации.',
    '{n|胡义东}的建议得到各代表团支持。',
  ],
  [
    'The {t:memorandum|memorandum of understanding} is concluded for {#|three} years and enters into force on the day of signature.',
    '{t:memorandum|Меморандум о взаимопонимании} заключается на {#|три} года и вступает в силу со дня подписания.',
    '{t:memorandum|谅解备忘录}有效期{#|三}年，自签署之日起生效。',
  ],
  [
    'In her speech {n|Wang Wenli} dwelt on student exchange: in {d|2018} it covered {#|420} people, in {d|2019} {#|615}, and in {d|2020}, because of the pandemic, only {#|38}.',
    'В своём выступлении {n|Ван Вэньли} остановилась на студенческом обмене: в {d|2018 году} он охватил {#|420} человек, в {d|2019-м} — {#|615}, а в {d|2020-м}, из-за пандемии, всего {#|38}.',
    '{n|王文丽}在发言中谈到学生交流：{d|2018年}为{#|420}人，{d|2019年}为{#|615}人，{d|2020年}受疫情影响仅{#|38}人。',
  ],
  [
    'The {t:committee|steering committee} shall meet at least twice a year.',
    '{t:committee|Координационный комитет} собирается не реже двух раз в год.',
    '{t:committee|指导委员会}每年至少召开两次会议。',
  ],
  [
    'Reports are drawn up in Chinese, Russian and English; in case of doubt the English text prevails.',
    'Отчёты составляются на китайском, русском и английском языках; в случае разночтений преимущество имеет английский текст.',
    '报告以中文、俄文和英文编写；如有歧义，以英文本为准。',
  ],
  [
    '{n|Mr Azarov} wondered whether {#|18} months would be enough; in his experience certification alone took {#|a year}.',
    '{n|Азаров} усомнился, что {#|18} месяцев достаточно: по его опыту, одна только сертификация занимает год.',
    '{n|阿扎罗夫先生}怀疑{#|18}个月是否足够：据其经验，仅认证就需一年。',
  ],
  [
    'To take note of the report by {n|the People’s Government of Changchun City} on the Sci-Tech Park.',
    'Принять к сведению доклад {n|Народного правительства города Чанчуня} о научно-техническом парке.',
    '注意到{n|长春市人民政府}关于科技园的报告。',
  ],
  [
    'The strength of the {t:composite|composite materials} rose by {#|a factor of 1.8}, while their mass fell by {#|23%}.',
    'Прочность {t:composite|композиционных материалов} выросла в {#|1,8 раза}, а масса уменьшилась на {#|23 %}.',
    '{t:composite|复合材料}强度提高到{#|1.8倍}，质量减轻{#|23%}。',
  ],
  [
    'Present: {#|14} people from the Chinese side, {#|11} from the Russian side and {#|3} interpreters.',
    'Присутствовали: {#|14} человек с китайской стороны, {#|11} — с российской и {#|3} переводчика.',
    '出席人员：中方{#|14}人，俄方{#|11}人，翻译{#|3}人。',
  ],
  [
    '{n|Zhang Zhijun} (by video link): the equipment will be delivered to Novosibirsk between {d|5 and 12 August}.',
    '{n|Чжан Чжицзюнь} (по видеосвязи): оборудование будет доставлено в Новосибирск с {d|5 по 12 августа}.',
    '{n|张志军}（视频连线）：设备将于{d|8月5日至12日}运抵新西伯利亚。',
  ],
  [
    'The draft budget ({#|350,000 roubles}) was returned for revision; a new version is expected by {d|10.02.2022}.',
    'Проект сметы ({#|350 000 руб.}) возвращён на доработку; новая редакция ожидается к {d|10.02.2022}.',
    '预算草案（{#|35万卢布}）已退回修改，预计{d|2022年2月10日}前提交新稿。',
  ],
  [
    'Rules on {t:property|intellectual property} will be set out in a separate protocol.',
    'Вопросы {t:property|интеллектуальной собственности} будут урегулированы отдельным протоколом.',
    '{t:property|知识产权}事宜将另行签订议定书予以规定。',
  ],
  [
    'The report “Arctic Shipping: Prospects to {d|2035}” was presented by {n|E. V. Sokolovskaya}.',
    'Доклад «Арктическое судоходство: перспективы до {d|2035 года}» представила {n|Е. В. Соколовская}.',
    '{n|索科洛夫斯卡娅}作了题为“北极航运：{d|2035年}前景”的报告。',
  ],
  [
    'Hold monthly calls of the {t:group|working group}, on the first Tuesday of each month, from {d|February} on.',
    'Проводить ежемесячные созвоны {t:group|рабочей группы} в первый вторник месяца начиная с {d|февраля}.',
    '自{d|2月}起，{t:group|工作组}每月第一个星期二召开例行电话会议。',
  ],
  [
    'According to {n|Li Na}, {#|95%} of respondents were satisfied and only {#|1.5%} dissatisfied (n = {#|2,140}).',
    'По словам {n|Ли На}, {#|95 %} опрошенных довольны и лишь {#|1,5 %} недовольны (n = {#|2140}).',
    '据{n|李娜}介绍，{#|95%}的受访者表示满意，仅{#|1.5%}不满意（n={#|2140}）。',
  ],
  [
    'The Chinese side will cover travel costs; accommodation is paid by the host.',
    'Китайская сторона оплачивает проезд, принимающая сторона — проживание.',
    '中方承担旅费，住宿费由接待方承担。',
  ],
  [
    '{n|The St. Petersburg Research Center of the Russian Academy of Sciences} was founded in {d|1983} and unites more than {#|60} institutions.',
    '{n|Санкт-Петербургский научный центр РАН} основан в {d|1983 году} и объединяет более {#|60} учреждений.',
    '{n|俄罗斯科学院圣彼得堡科学中心}成立于{d|1983年}，下辖{#|60}多家机构。',
  ],
  [
    'After a discussion in which {n|Chen Guoqiang}, {n|Pavel Morozov} and {n|Liu Yongzhi} took part, the proposal was put to the vote: {#|9} in favour, {#|2} against, {#|1} abstention.',
    'После обсуждения, в котором участвовали {n|Чэнь Гоцян}, {n|Павел Морозов} и {n|Лю Юнчжи}, предложение поставлено на голосование: {#|9} «за», {#|2} «против», {#|1} воздержался.',
    '{n|陈国强}、{n|帕维尔·莫罗佐夫}和{n|刘永志}参加讨论后，对该建议进行表决：{#|9}票赞成，{#|2}票反对，{#|1}票弃权。',
  ],
  [
    'A {t:transfer|technology transfer} centre of {#|2,500} m² opens in Wuxi in the {d|third quarter of 2022}.',
    'Центр {t:transfer|трансфера технологий} площадью {#|2500} кв. м откроется в Уси в {d|III квартале 2022 г.}',
    '面积{#|2500}平方米的{t:transfer|技术转移}中心将于{d|2022年第三季度}在无锡启用。',
  ],
  [
    'The {t:map|road map} names {#|four} milestones; the first falls in {d|November 2021}.',
    'В {t:map|дорожной карте} названы {#|четыре} контрольные точки; первая приходится на {d|ноябрь 2021 года}.',
    '{t:map|路线图}列出{#|四}个里程碑，第一个为{d|2021年11月}。',
  ],
  [
    '{n|NSU} and {n|Nanjing Tech University} will exchange {#|twenty} students a year in each direction.',
    '{n|НГУ} и {n|Нанкинский технологический университет} будут обмениваться {#|двадцатью} студентами в год в каждую сторону.',
    '{n|新西伯利亚国立大学}与{n|南京工业大学}每年互派{#|二十}名学生。',
  ],
  [
    'It was agreed: (1) to extend the contract; (2) to inform the ministries; (3) to meet again in {d|December}.',
    'Договорились: 1) продлить договор; 2) проинформировать министерства; 3) вновь встретиться в {d|декабре}.',
    '商定：（1）延长合同；（2）通报主管部委；（3）于{d|12月}再次会晤。',
  ],
  [
    'Turnover grew from {#|¥480 million} in {d|2017} to {#|¥1.1 billion} in {d|2020}, i.e. it more than doubled.',
    'Оборот вырос с {#|480 млн юаней} в {d|2017 году} до {#|1,1 млрд юаней} в {d|2020 году}, т. е. более чем вдвое.',
    '营业额由{d|2017年}的{#|4.8亿元}增至{d|2020年}的{#|11亿元}，增长一倍多。',
  ],
  [
    '{n|M. I. Orlova} wished the participants success and closed the meeting at {#|17:45}.',
    '{n|Орлова М. И.} пожелала участникам успехов и закрыла заседание в {#|17:45}.',
    '{n|奥尔洛娃}祝与会者取得成功，并于{#|17:45}宣布会议结束。',
  ],
  [
    'Decisions {#|2.1} and {#|2.2} remain in force; {#|Decision 2.3} is repealed as of {d|1 July 2021}.',
    'Решения {#|2.1} и {#|2.2} сохраняют силу; {#|решение 2.3} отменяется с {d|1 июля 2021 года}.',
    '决定{#|2.1}和{#|2.2}继续有效；{#|决定2.3}自{d|2021年7月1日}起废止。',
  ],
  [
    'The {n|JITRI} delegation, headed by {n|Hu Yidong}, visited {#|5} institutes of {n|SB RAS} on {d|17–19 May}.',
    'Делегация {n|JITRI} во главе с {n|Ху Идуном} посетила {#|5} институтов {n|СО РАН} {d|17–19 мая}.',
    '以{n|胡义东}为团长的{n|江苏省产业技术研究院}代表团于{d|5月17日至19日}访问了{n|俄罗斯科学院西伯利亚分院}的{#|5}家研究所。',
  ],
  [
    'Prepare a presentation of the {t:laboratory|joint laboratory} in Russian and Chinese (no more than {#|15} slides).',
    'Подготовить презентацию {t:laboratory|совместной лаборатории} на русском и китайском языках (не более {#|15} слайдов).',
    '用俄文和中文编制{t:laboratory|联合实验室}介绍材料（不超过{#|15}页）。',
  ],
  [
    'The term “digital twin” is to be used in all documents of the {t:group|working group}.',
    'Во всех документах {t:group|рабочей группы} использовать термин «цифровой двойник».',
    '{t:group|工作组}所有文件统一使用“数字孪生”一词。',
  ],
];

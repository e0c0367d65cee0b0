/** See triples-one.ts; what is easily taken for a fault: numbers that other languages do not say, abbreviations, quotations. */
export const triplesThree: readonly (readonly [en: string, ru: string, zh: string])[] = [
  [
    'Over the last decade the two countries have come a long way, and hundreds of young scientists have taken part.',
    'За последнее десятилетие две страны прошли большой путь, в нём участвовали сотни молодых учёных.',
    '近十年来，两国合作取得长足进展，数百名青年科学家参与其中。',
  ],
  [
    'On the one hand, the market is growing; on the other, third countries are becoming more active.',
    'С одной стороны, рынок растёт; с другой — активизируются третьи страны.',
    '一方面，市场不断扩大；另一方面，第三国日趋活跃。',
  ],
  [
    'Half of the participants were women; a quarter came from the regions.',
    'Половину участников составили женщины; четверть приехала из регионов.',
    '半数与会者为女性，四分之一来自各地区。',
  ],
  [
    'In the 1990s exchange was almost at a standstill, and it was only in the 21st century that it picked up again.',
    'В 1990-е годы обмены почти прекратились и возобновились лишь в XXI веке.',
    '20世纪90年代，交流几乎停滞，直到21世纪才重新恢复。',
  ],
  [
    'The delegation (Mr. Li, Ms. Wang, Dr. Zhao et al.) left for Sichuan on Wednesday.',
    'Делегация (г-н Ли, г-жа Ван, д-р Чжао и др.) выехала в Сычуань в среду.',
    '代表团（李先生、王女士、赵博士等）于星期三启程前往四川。',
  ],
  [
    'The 14th Five-Year Plan (2021–2025) gives priority to quantum technologies, artificial intelligence and 6G.',
    'В 14-м пятилетнем плане (2021–2025 гг.) приоритет отдан квантовым технологиям, искусственному интеллекту и 6G.',
    '“十四五”规划（2021—2025年）优先发展量子技术、人工智能和6G。',
  ],
  [
    'It may be necessary to revise the schedule: the work is to begin in May at the earliest.',
    'Возможно, придётся пересмотреть график: работы начнутся не ранее мая.',
    '可能需要修订进度安排：工作最早于5月启动。',
  ],
  [
    'The centre works around the clock (24/7) and has a hotline: +7 812 555-01-23.',
    'Центр работает круглосуточно (24/7), горячая линия: +7 812 555-01-23.',
    '中心全天候（24/7）运行，热线电话：+7 812 555-01-23。',
  ],
  [
    'The parties shall settle disputes by consultation within 30 (thirty) calendar days.',
    'Стороны разрешают споры путём консультаций в течение 30 (тридцати) календарных дней.',
    '双方应在30（三十）个日历日内通过协商解决争议。',
  ],
  [
    'See GOST R 7.0.97-2016 and ISO 9001:2015; certificates are issued in accordance with them.',
    'См. ГОСТ Р 7.0.97-2016 и ISO 9001:2015; сертификаты выдаются в соответствии с ними.',
    '参见GOST R 7.0.97-2016和ISO 9001:2015，证书据此颁发。',
  ],
  [
    'Only one question was left open: who will pay for the first two years?',
    'Открытым остался только один вопрос: кто будет платить первые два года?',
    '只剩一个问题未解决：前两年的费用由谁承担？',
  ],
  [
    'First, to finish the inventory; second, to agree on the price; third, to sign the contract.',
    'Во-первых, завершить инвентаризацию; во-вторых, согласовать цену; в-третьих, подписать договор.',
    '一是完成盘点，二是商定价格，三是签订合同。',
  ],
  [
    'The temperature must not exceed –40 °C; pressure: 1.5–2.0 MPa.',
    'Температура не должна превышать –40 °C; давление: 1,5–2,0 МПа.',
    '温度不得超过–40°C，压力为1.5—2.0 MPa。',
  ],
  [
    'O. Azarov’s remark that “science knows no borders” was met with applause.',
    'Замечание О. Азарова о том, что «наука не знает границ», встретили аплодисментами.',
    '阿扎罗夫关于“科学无国界”的发言赢得掌声。',
  ],
  [
    'The article “The ‘Silk Road’ of the Arctic” will be published in No. 3 of the journal.',
    'Статья «„Шёлковый путь“ Арктики» выйдет в № 3 журнала.',
    '论文《北极的“丝绸之路”》将在该刊第3期发表。',
  ],
  [
    'The centre employs upwards of 1,200 people, i.e. twice as many as five years ago.',
    'В центре работает свыше 1200 человек, т. е. вдвое больше, чем пять лет назад.',
    '中心员工超过1200人，是五年前的两倍。',
  ],
  [
    'A trilateral format was proposed: China, Russia and a third party, for example Belarus.',
    'Предложен трёхсторонний формат: Китай, Россия и третья сторона, например Белоруссия.',
    '建议采用三方合作模式：中国、俄罗斯和第三方，例如白俄罗斯。',
  ],
  [
    'Mr Kuznetsov thanked everyone and announced a ten-minute break.',
    'Кузнецов А. Б. поблагодарил всех и объявил десятиминутный перерыв.',
    '库兹涅佐夫先生感谢各位，并宣布休会十分钟。',
  ],
  [
    'A fourfold increase in the number of applications was recorded in H1 2021.',
    'В первом полугодии 2021 года зафиксирован четырёхкратный рост числа заявок.',
    '2021年上半年，申请数量增长到原来的四倍。',
  ],
  [
    'The price is 99 yuan 50 fen per kilogram, VAT included.',
    'Цена — 99 юаней 50 фэней за килограмм, включая НДС.',
    '价格为每公斤99元50分（含增值税）。',
  ],
  [
    'Applications are accepted at https://portal.example.org/apply?id=2021 until midnight.',
    'Заявки принимаются на сайте https://portal.example.org/apply?id=2021 до полуночи.',
    '申请请于午夜前提交至https://portal.example.org/apply?id=2021。',
  ],
  [
    'We are united in this, and we shall not spare ten thousand efforts, as the proverb says…',
    'Мы в этом едины и не пожалеем, как говорит пословица, десяти тысяч усилий…',
    '我们在这一点上是统一的，正如谚语所说，将不惜一万分努力……',
  ],
  [
    'Each side appoints a coordinator; the coordinators keep in touch by e-mail and WeChat.',
    'Каждая сторона назначает координатора; координаторы поддерживают связь по e-mail и в WeChat.',
    '双方各指定一名协调员，协调员通过电子邮件和微信保持联系。',
  ],
  [
    'The length of the section is 12.4 km, its width 3.5 m; the area comes to 43,400 square metres.',
    'Длина участка — 12,4 км, ширина — 3,5 м; площадь составляет 43 400 кв. м.',
    '该路段长12.4公里，宽3.5米，面积4.34万平方米。',
  ],
  [
    'Hu Yidong (JITRI): We are for it. Orlova (SPBRC RAS): So are we!',
    'Ху Идун (JITRI): Мы за. Орлова (СПбНЦ РАН): Мы тоже!',
    '胡义东（江苏省产业技术研究院）：我们赞成。奥尔洛娃（俄罗斯科学院圣彼得堡科学中心）：我们也赞成！',
  ],
  [
    'Postponed until the first half of next year at the suggestion of the Chinese side.',
    'Перенести на первую половину следующего года по предложению китайской стороны.',
    '应中方建议，推迟至明年上半年。',
  ],
  [
    'The agreement was signed in duplicate, each copy in the Russian and Chinese languages, both texts being equally authentic.',
    'Соглашение подписано в двух экземплярах, каждый на русском и китайском языках, причём оба текста имеют одинаковую силу.',
    '协议一式两份，每份均用俄文和中文写成，两种文本同等作准。',
  ],
  [
    'Mid-June 2021: interim report. End of 2021: final report. January 2022: presentation in Moscow.',
    'Середина июня 2021 года: промежуточный отчёт. Конец 2021 года: итоговый отчёт. Январь 2022 года: презентация в Москве.',
    '2021年6月中旬：中期报告。2021年底：最终报告。2022年1月：在莫斯科进行汇报。',
  ],
  [
    'Comparing 2019/20 with 2020/21, the number of grants rose from 1 to 4.',
    'По сравнению с 2019/20 учебным годом в 2020/21 году число грантов выросло с 1 до 4.',
    '与2019/20学年相比，2020/21学年的资助项目由1个增至4个。',
  ],
  [
    'The session ran from 9:00 a.m. to 1:30 p.m. with two coffee breaks.',
    'Заседание длилось с 9:00 до 13:30 с двумя перерывами на кофе.',
    '会议从上午9时开到下午1时30分，中间有两次茶歇。',
  ],
  [
    'The contract price of USD 2.75m (approx. 19.3 million yuan) includes delivery and commissioning.',
    'Цена договора — 2,75 млн долларов США (около 19,3 млн юаней) — включает доставку и пусконаладку.',
    '合同价款275万美元（约合1930万元人民币），包括运输和调试。',
  ],
  [
    'Zhang Zhijun’s and Guo Liping’s comments are annexed; the views of Wang Wenli will follow.',
    'Замечания Чжан Чжицзюня и Го Липин прилагаются, мнение Ван Вэньли поступит позднее.',
    '附张志军和郭丽萍的意见，王文丽的意见随后提交。',
  ],
  [
    'An agreement with Elena Viktorovna Sokolovskaya had been reached earlier.',
    'С Соколовской Еленой Викторовной была достигнута предварительная договорённость.',
    '此前已与叶莲娜·索科洛夫斯卡娅达成一致。',
  ],
  [
    'The proposal was handed to Sergey Tkachenko and Pavel Morozov, then discussed with Chen Guoqiang and Liu Yongzhi.',
    'Предложение передали Сергею Ткаченко и Павлу Морозову, затем обсудили с Чэнь Гоцяном и Лю Юнчжи.',
    '该建议已送交谢尔盖·特卡琴科和帕维尔·莫罗佐夫，随后与陈国强、刘永志进行了讨论。',
  ],
  [
    'The centre is jointly run with Novosibirsk State University and the Siberian Branch of RAS.',
    'Центр действует совместно с Новосибирским государственным университетом и Сибирским отделением РАН.',
    '该中心与新西伯利亚国立大学和俄罗斯科学院西伯利亚分院共同运营。',
  ],
  [
    'Up to 1 million roubles a year per project; 3–5 projects will be selected.',
    'До 1 млн руб. в год на проект; будет отобрано 3–5 проектов.',
    '每个项目每年不超过100万卢布，拟遴选三至五个项目。',
  ],
  [
    'Points discussed: a) quality; b) logistics; c) payment terms (30/70).',
    'Обсуждались: а) качество; б) логистика; в) условия оплаты (30/70).',
    '讨论内容：1）质量；2）物流；3）付款条件（30/70）。',
  ],
  [
    'The Russian side’s position remains unchanged.\nThe Chinese side took note of it.',
    'Позиция российской стороны остаётся неизменной.\nКитайская сторона приняла это к сведению.',
    '俄方立场不变。\n中方对此表示注意。',
  ],
  [
    'Thousands of visitors came on the opening day, tens of thousands on Saturday.',
    'В день открытия пришли тысячи посетителей, в субботу — десятки тысяч.',
    '开幕当天有数千人参观，周六达数万人。',
  ],
  [
    'The speed reached 350 km/h; the train covers the distance in 2 hours 15 minutes.',
    'Скорость достигла 350 км/ч; поезд проходит расстояние за 2 часа 15 минут.',
    '时速达350公里，列车全程用时2小时15分钟。',
  ],
];

import type { Organization } from '#shared/contract/organizations.ts';
import { createRandom } from './random.ts';

const split = (text: string): string[][] => text.split('\n').map((line) => line.split('|'));

/** Kind, English, Russian, Chinese ending, Chinese short ending. */
const bodies = split(`institute|Institute|Институт|研究所|所
university|University|Университет|大学|大
academy|Academy|Академия|科学院|院
company|Company|Компания|公司|公司
association|Association|Ассоциация|协会|协会
institute|Research Centre|Научный центр|研究中心|中心
government|Department|Департамент|局|局`);

/** English, Russian genitive, Chinese. */
const fields = split(`Applied Mechanics|прикладной механики|应用力学
Laser Physics|лазерной физики|激光物理
Marine Engineering|морской техники|海洋工程
Materials Science|материаловедения|材料科学
Power Engineering|энергетики|动力工程
Nuclear Research|ядерных исследований|核科学
Industrial Technology|промышленных технологий|产业技术
Information Security|информационной безопасности|信息安全
Foreign Trade|внешней торговли|对外贸易
Agricultural Sciences|сельскохозяйственных наук|农业科学
Organic Chemistry|органической химии|有机化学
Molecular Biology|молекулярной биологии|分子生物学
Space Research|космических исследований|空间科学
Civil Aviation|гражданской авиации|民用航空
Water Resources|водных ресурсов|水利
Forestry|лесного хозяйства|林业
Mining|горного дела|矿业
Metallurgy|металлургии|冶金
Shipbuilding|судостроения|造船
Railway Transport|железнодорожного транспорта|铁道交通
Environmental Protection|охраны окружающей среды|环境保护
Public Health|здравоохранения|公共卫生
Clinical Medicine|клинической медицины|临床医学
Traditional Pharmacy|традиционной фармации|传统药学
Economic Forecasting|экономического прогнозирования|经济预测
International Law|международного права|国际法
Oriental Studies|востоковедения|东方学
Linguistics|языкознания|语言学
Mathematical Modelling|математического моделирования|数学建模
Artificial Intelligence|искусственного интеллекта|人工智能
Robotics|робототехники|机器人
Microelectronics|микроэлектроники|微电子
Photonics|фотоники|光子学
Polymer Chemistry|химии полимеров|高分子化学
Petroleum Geology|нефтяной геологии|石油地质
Permafrost Studies|мерзлотоведения|冻土
Oceanography|океанологии|海洋学
Food Technology|пищевых технологий|食品技术
Textile Technology|текстильных технологий|纺织技术
Architecture|архитектуры|建筑
Urban Planning|градостроительства|城市规划
Education Policy|образовательной политики|教育政策
Innovation Support|поддержки инноваций|创新促进
Youth Exchange|молодёжных обменов|青年交流
Cultural Heritage|культурного наследия|文化遗产
Standardisation|стандартизации|标准化
Metrology|метрологии|计量
Logistics|логистики|物流
Customs Affairs|таможенного дела|海关事务
Renewable Energy|возобновляемой энергетики|可再生能源
Battery Technology|аккумуляторных технологий|电池技术
Automation|автоматики|自动化
Cryogenics|криогенной техники|低温技术
Seismology|сейсмологии|地震
Virology|вирусологии|病毒学
Genetics|генетики|遗传学
Radio Engineering|радиотехники|无线电
Software Engineering|программной инженерии|软件工程
Quantum Computing|квантовых вычислений|量子计算
Welding|сварки|焊接`);

/** English, Russian, its genitive, Chinese, country. */
const cities = split(`Moscow|Москва|Москвы|莫斯科|RU
Tomsk|Томск|Томска|托木斯克|RU
Kazan|Казань|Казани|喀山|RU
Omsk|Омск|Омска|鄂木斯克|RU
Perm|Пермь|Перми|彼尔姆|RU
Samara|Самара|Самары|萨马拉|RU
Novosibirsk|Новосибирск|Новосибирска|新西伯利亚|RU
Vladivostok|Владивосток|Владивостока|符拉迪沃斯托克|RU
Khabarovsk|Хабаровск|Хабаровска|哈巴罗夫斯克|RU
Irkutsk|Иркутск|Иркутска|伊尔库茨克|RU
Krasnoyarsk|Красноярск|Красноярска|克拉斯诺亚尔斯克|RU
Yekaterinburg|Екатеринбург|Екатеринбурга|叶卡捷琳堡|RU
Chelyabinsk|Челябинск|Челябинска|车里雅宾斯克|RU
Voronezh|Воронеж|Воронежа|沃罗涅日|RU
Tula|Тула|Тулы|图拉|RU
Ufa|Уфа|Уфы|乌法|RU
Chita|Чита|Читы|赤塔|RU
Murmansk|Мурманск|Мурманска|摩尔曼斯克|RU
Beijing|Пекин|Пекина|北京|CN
Shanghai|Шанхай|Шанхая|上海|CN
Nanjing|Нанкин|Нанкина|南京|CN
Harbin|Харбин|Харбина|哈尔滨|CN
Dalian|Далянь|Даляня|大连|CN
Wuhan|Ухань|Уханя|武汉|CN
Xi'an|Сиань|Сианя|西安|CN
Chengdu|Чэнду|Чэнду|成都|CN
Shenyang|Шэньян|Шэньяна|沈阳|CN
Qingdao|Циндао|Циндао|青岛|CN
Suzhou|Сучжоу|Сучжоу|苏州|CN
Hangzhou|Ханчжоу|Ханчжоу|杭州|CN
Guangzhou|Гуанчжоу|Гуанчжоу|广州|CN
Shenzhen|Шэньчжэнь|Шэньчжэня|深圳|CN
Hefei|Хэфэй|Хэфэя|合肥|CN
Changchun|Чанчунь|Чанчуня|长春|CN
Lanzhou|Ланьчжоу|Ланьчжоу|兰州|CN
Kunming|Куньмин|Куньмина|昆明|CN
Tianjin|Тяньцзинь|Тяньцзиня|天津|CN
Jinan|Цзинань|Цзинаня|济南|CN
Ningbo|Нинбо|Нинбо|宁波|CN
Urumqi|Урумчи|Урумчи|乌鲁木齐|CN`);

/** A stride that shares no factor with the number of combinations walks through all of them before it repeats one. */
const stride = 7_919;

/** Organisations that do not exist, named in three languages, each with an abbreviation. The same count gives the same ones. */
export function generateOrganizations(count: number): Organization[] {
  const random = createRandom(2);
  const combinations = bodies.length * fields.length * cities.length;
  if (count > combinations) throw new Error(`no more than ${String(combinations)} organisations can be named`);
  return Array.from({ length: count }, (_, index) => {
    const number = (index * stride) % combinations;
    const [kind, bodyEn = '', bodyRu = '', bodyZh = '', shortZh = ''] = bodies[number % bodies.length] ?? [];
    const field = fields[Math.floor(number / bodies.length) % fields.length] ?? [];
    const city = cities[Math.floor(number / bodies.length / fields.length)] ?? [];
    const [fieldEn = '', fieldRu = '', fieldZh = ''] = field;
    const [cityEn = '', cityRu = '', cityOfRu = '', cityZh = '', country = ''] = city;
    return {
      id: random.id(),
      name: {
        en: `${cityEn} ${bodyEn} of ${fieldEn}`,
        ru: `${bodyRu} ${fieldRu} города ${cityOfRu}`,
        zh: `${cityZh}${fieldZh}${bodyZh}`,
      },
      abbreviation: {
        en: cityEn.slice(0, 3) + initials(`${bodyEn} ${fieldEn}`),
        ru: cityRu.slice(0, 3) + initials(`${bodyRu} ${fieldRu}`),
        zh: `${cityZh.slice(0, 2)}${fieldZh.slice(0, 2)}${shortZh}`,
      },
      aliases: [],
      kind: kind as Organization['kind'],
      country,
      city: { en: cityEn, ru: cityRu, zh: cityZh },
      note: '',
      relations: [],
    };
  });
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

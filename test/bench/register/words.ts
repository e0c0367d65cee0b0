/*
 * The words of minutes. Stems times endings give a few thousand forms per language, as inflected text has them; whether
 * a sentence makes sense is of no matter to an index.
 */

const list = (text: string): string[] => text.split(' ');

const inflect = (stems: string, endings: string): string[] =>
  list(stems).flatMap((stem) => endings.split(',').map((ending) => stem + ending));

const englishNouns =
  'meeting report project agreement proposal institute university laboratory programme schedule budget contract partner delegation visit exchange specialist student expert result task stage plan document protocol centre enterprise region province ministry embassy consulate exhibition forum conference seminar session item question answer comment draft translation signature deadline invoice equipment instrument sample measurement experiment material component supplier customer market product standard certificate patent licence technology platform network system model method theory survey estimate forecast risk obstacle measure decision resolution statement letter invitation itinerary hotel airport station delivery customs tariff quota permit visa passport interpreter secretary chairman director rector professor engineer researcher scholar manager adviser coordinator participant observer guest speaker reader author editor publisher journal article chapter appendix table figure diagram photograph archive record register catalogue folder copy version page line paragraph section heading title name address telephone message notice reminder agenda minute hour morning afternoon evening week month quarter year decade period term phase step order request reply consent objection reservation condition clause article obligation right duty interest benefit cost price rate share fund grant loan payment account bank transfer tax fee salary pension insurance claim dispute court judge lawyer expertise opinion conclusion recommendation priority direction field area branch sector industry plant factory workshop warehouse port ship vessel turbine engine reactor laser sensor detector antenna satellite rocket aircraft railway bridge tunnel road pipeline cable battery panel grid forest river lake island coast harbour glacier climate temperature pressure energy water oil gas coal metal steel alloy polymer fibre ceramic crystal catalyst reagent vaccine medicine hospital clinic doctor patient school college lecture course degree diploma scholarship internship library museum theatre festival concert tournament team champion village town city district capital border customs territory neighbour friend colleague family child teacher worker farmer crop seed soil fertiliser harvest livestock fishery';
const englishVerbs =
  'report discuss note propose support approve confirm review extend launch establish develop consider present request recommend agree coordinate organise invite visit submit prepare translate sign publish deliver install test measure inspect certify finance estimate plan complete finish start continue postpone cancel replace restore repair produce supply order select appoint elect thank welcome greet congratulate inform remind explain describe compare evaluate examine study explore design construct assemble transport store export import register record archive distribute circulate exchange share join visit attend chair lead manage supervise train teach educate employ consult advise assist help protect improve increase reduce limit regulate control monitor observe predict calculate model simulate verify clarify correct amend adopt ratify implement perform conduct host arrange book collect process analyse summarise conclude declare announce promise';
const englishAdjectives =
  'joint further next last first second third final preliminary annual monthly quarterly bilateral regional international national federal provincial municipal industrial scientific technical technological academic medical agricultural environmental economic financial commercial legal cultural historical educational nuclear solar electric electronic digital optical magnetic mechanical thermal chemical biological genetic marine arctic polar continental urban rural modern new old young experienced qualified leading important significant urgent necessary possible available suitable successful effective efficient reliable safe secure open closed public private common mutual separate independent responsible relevant additional detailed complete partial full short long high low large small broad narrow deep rapid slow regular special general particular practical theoretical experimental natural artificial innovative advanced standard basic applied fundamental official informal written oral online remote hybrid signed agreed approved planned actual current recent former future Russian Chinese English';
const englishSmall =
  'the of and to in on for with by from at as that which both sides has have been was were will be is are not also after before during between within under about into through until more most all each other its their this these';

const addS = (word: string): string =>
  /(?:[sxz]|[cs]h)$/u.test(word) ? `${word}es` : word.replace(/([^aeiou])y$/u, '$1ie') + 's';
const doubling = new Set(['submit', 'plan', 'control', 'cancel', 'model']);
const addEnding = (verb: string, ending: 'ed' | 'ing'): string => {
  if (doubling.has(verb)) return `${verb}${verb.slice(-1)}${ending}`;
  return (ending === 'ed' ? verb.replace(/([^aeiou])y$/u, '$1i') : verb).replace(/e$/u, '') + ending;
};
const conjugate = (verb: string): string[] => [verb, addS(verb), addEnding(verb, 'ed'), addEnding(verb, 'ing')];

const english = [
  ...list(englishSmall),
  ...list(englishNouns).flatMap((noun) => [noun, addS(noun)]),
  ...list(englishVerbs).flatMap(conjugate),
  ...list(englishVerbs).flatMap((verb) => [...conjugate(`re${verb}`), ...conjugate(`pre${verb}`)]),
  ...list(englishAdjectives).flatMap((word) => [word, `${word.replace(/y$/u, 'i').replace(/ic$/u, 'ical')}ly`]),
  ...inflect(
    'techn method biotechn ge ec hydr meteor radi ped the crypt soci psych climat seism volcan',
    'ology,ological,ologist,ologists',
  ),
];

const russianMasculine =
  'проект договор протокол отчёт институт университет центр завод план срок доклад состав результат участок комплекс прибор вопрос ответ этап визит обмен семинар форум раздел документ перевод контракт бюджет эксперт студент аспирант директор ректор профессор инженер консул департамент комитет совет отдел факультет журнал архив каталог регистр текст вариант абзац адрес телефон приказ закон устав регламент стандарт сертификат патент материал металл кристалл полимер катализатор реактор лазер датчик спутник генератор трансформатор аккумулятор трубопровод транспорт груз склад порт терминал вокзал аэропорт район округ регион город климат океан остров залив экспорт импорт тариф налог кредит фонд грант банк счёт спор суд юрист анализ прогноз расчёт метод способ принцип процесс режим объект предмет фактор ресурс интерес вклад рост спрос продукт товар процент объём период год месяц курс диплом конкурс';
const russianFeminineHard =
  'работ групп программ систем проблем тем мер форм схем норм цен стран сторон школ кафедр структур культур температур платформ реформ диаграмм виз квот машин турбин шахт основ природ вод погод наград команд бригад картин витрин минут';
const russianSoft =
  'организац делегац экспедиц компан академ лаборатор территор технолог энерг эколог станц конференц комисс сесс конвенц декларац информац документац модернизац реализац координац кооперац инновац инвестиц публикац редакц консультац квалификац аттестац аккредитац сертификац регистрац эксплуатац автоматизац стандартизац федерац ассоциац корпорац секц лекц акц фракц позиц традиц операц функц лин сер теор истор категор стратег методолог биолог физиолог геолог';
const russianNeuter =
  'заседан предложен решен соглашен исследован образован оборудован развит участ предприят мероприят совещан обсужден рассмотрен утвержден подписан согласован выполнен назначен приглашен сообщен заявлен заключен замечан пожелан поручен учрежден отделен объединен использован применен внедрен создан расширен укреплен повышен снижен увеличен уменьшен изменен дополнен исправлен уточнен разъяснен описан сравнен измерен испытан наблюден моделирован проектирован финансирован планирован управлен регулирован обслуживан обучен воспитан преподаван здравоохранен состоян услов значен направлен движен излучен давлен соединен удобрен растен хранен достижен препятств противореч последств содейств взаимодейств';
const russianAdjectives =
  'совместн научн учебн важн основн главн отдельн специальн официальн международн региональн национальн муниципальн промышленн производственн экспериментальн современн нов стар необходим возможн успешн эффективн надёжн безопасн открыт закрыт общественн частн взаимн самостоятельн ответственн дополнительн подробн полн длительн быстр медленн регулярн особ конкретн природн искусственн инновационн стандартн прикладн фундаментальн письменн устн дистанционн подписанн согласованн утверждённ запланированн прошл ядерн солнечн электронн магнитн полярн континентальн культурн образовательн лесн водн горн нефтян железнодорожн автомобильн авиационн';
const russianParticiples = list(russianNeuter)
  .filter((stem) => /[ае]н$/u.test(stem))
  .map((stem) => `${stem}н`)
  .join(' ');
const russianVerbs =
  'обсуди отмети предложи утверди одобри рассмотре подтверди продли нача заверши установи разработа представи запроси рекомендова согласова организова пригласи посети подготови переве подписа опубликова получи постави провери измери оцени запланирова выполни продолжи отложи восстанови назначи избра поблагодари поздрави сообщи напомни объясни описа сравни изучи спроектирова построи сохрани распространи улучши увеличи сократи ограничи проконтролирова рассчита уточни исправи дополни приня ратифицирова внедри прове собра обработа обобщи объяви пообеща поручи выступи доложи ответи спроси';
const russianSmall =
  'и в на по с о от до для при из за к у не что как также между после перед о об со обе стороны был была было были будет будут это эти этот эта их его её все всех более менее один два три четыре пять';

const adjectiveEndings = 'ый,ого,ому,ым,ом,ая,ой,ую,ое,ые,ых,ыми';

const russian = [
  ...list(russianSmall),
  ...inflect(russianMasculine, ',а,у,ом,е,ы,ов,ам,ами,ах'),
  ...inflect(russianFeminineHard, 'а,ы,е,у,ой,ам,ами,ах'),
  ...inflect(russianSoft, 'ия,ии,ию,ией,ий,иям,иями,иях'),
  ...inflect(russianNeuter, 'ие,ия,ию,ием,ии,ий,иям,иями,иях'),
  ...inflect(russianAdjectives, adjectiveEndings),
  ...inflect(russianAdjectives, adjectiveEndings)
    .filter((word) => !word.startsWith('не'))
    .map((word) => `не${word}`),
  ...inflect(russianParticiples, adjectiveEndings),
  ...inflect(russianVerbs, 'л,ла,ло,ли,ть,лся,лась,лось,лись'),
];

const chinese = list(
  '会议 报告 项目 协议 建议 研究所 大学 实验室 计划 日程 预算 合同 合作 伙伴 代表团 访问 交流 专家 学生 结果 任务 阶段 方案 文件 议定书 中心 企业 地区 省 部 大使馆 领事馆 展览会 论坛 大会 研讨会 议题 问题 答复 意见 草案 翻译 签字 期限 设备 仪器 样品 测量 实验 材料 部件 供应商 客户 市场 产品 标准 证书 专利 许可 技术 平台 网络 系统 模型 方法 理论 调查 评估 预测 风险 障碍 措施 决定 决议 声明 信函 邀请 行程 酒店 机场 车站 交付 海关 关税 配额 签证 护照 口译 秘书 主席 主任 校长 教授 工程师 研究员 经理 顾问 协调员 参会者 观察员 嘉宾 发言人 读者 作者 编辑 出版社 期刊 论文 章节 附录 表格 图纸 照片 档案 登记册 目录 副本 版本 页 段落 标题 名称 地址 电话 消息 通知 提醒 议程 分钟 小时 上午 下午 星期 月 季度 年度 时期 步骤 订单 请求 同意 异议 保留 条件 条款 义务 权利 利益 费用 价格 份额 基金 拨款 贷款 付款 账户 银行 转账 税收 工资 保险 争议 法院 律师 结论 优先 方向 领域 部门 行业 工厂 车间 仓库 港口 船舶 汽轮机 发动机 反应堆 激光 传感器 卫星 火箭 飞机 铁路 桥梁 隧道 公路 管道 电缆 电池 电网 森林 河流 湖泊 岛屿 海岸 冰川 气候 温度 压力 能源 水资源 石油 天然气 煤炭 金属 钢铁 合金 聚合物 纤维 陶瓷 晶体 催化剂 疫苗 药品 医院 医生 学校 学院 课程 学位 奖学金 实习 图书馆 博物馆 剧院 艺术节 音乐会 比赛 团队 村庄 城市 边境 邻国 朋友 同事 农业 作物 种子 土壤 肥料 收成 渔业 产业 创新 发展 建设 生产 服务 管理 监督 培训 教育 保护 改进 增加 减少 限制 控制 监测 计算 模拟 核实 澄清 修改 通过 批准 执行 开展 举办 安排 收集 处理 分析 总结 宣布 承诺 讨论 审议 支持 确认 延长 启动 建立 制定 介绍 要求 推荐 组织 参加 参观 提交 准备 签署 发布 检查 认证 资助 完成 推迟 恢复 更换 选择 任命 选举 感谢 欢迎 祝贺 说明 比较 学习 设计 装配 运输 储存 出口 进口 分发 共享 主持 领导 联合 进一步 下一步 首次 最终 初步 每年 双边 国际 国家 市级 工业 科学 学术 医学 环境 经济 金融 商业 法律 文化 历史 核能 太阳能 电子 数字 光学 磁性 机械 化学 生物 海洋 极地 现代 传统 合格 重要 紧急 必要 可能 适当 成功 有效 可靠 安全 开放 共同 独立 相关 补充 详细 全部 部分 短期 长期 快速 定期 特别 实际 人工 智能 先进 基础 应用 正式 书面 线上 远程 现有 未来 俄罗斯 中国 俄方 中方 双方 我们 他们 以及 关于 根据 已经 将 与 的 在 对 并 为 和 了',
);

/** Word forms per language, the frequent ones first. */
export const vocabulary = { en: english, ru: russian, zh: chinese } as const;

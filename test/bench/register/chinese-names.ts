import type { Random } from './random.ts';

/** Syllables of names with their Cyrillic (Palladius). Written out here so that the benches do not test a table with itself. */
const syllables = new Map(
  `ai ай|an ань|bai бай|bao бао|bei бэй|bin бинь|bing бин|bo бо|cai цай|cao цао|chang чан|chao чао|chen чэнь|cheng чэн|chi чи|chong чун|chu чу|chuan чуань|chun чунь|cui цуй|da да|dai дай|dan дань|de дэ|deng дэн|ding дин|dong дун|du ду|duan дуань|en энь|fan фань|fang фан|fei фэй|fen фэнь|feng фэн|fu фу|gang ган|gao гао|ge гэ|gong гун|gu гу|guan гуань|guang гуан|gui гуй|guo го|hai хай|han хань|hao хао|he хэ|heng хэн|hong хун|hou хоу|hu ху|hua хуа|huan хуань|huang хуан|hui хуэй|ji цзи|jia цзя|jian цзянь|jiang цзян|jie цзе|jin цзинь|jing цзин|jiu цзю|ju цзюй|juan цзюань|jun цзюнь|kai кай|kang кан|ke кэ|kong кун|kun кунь|lan лань|lei лэй|li ли|lian лянь|liang лян|liao ляо|lin линь|ling лин|liu лю|long лун|lu лу|luo ло|ma ма|mao мао|mei мэй|meng мэн|miao мяо|min минь|ming мин|mo мо|na на|nan нань|ni ни|ning нин|pan пань|peng пэн|ping пин|qi ци|qian цянь|qiang цян|qiao цяо|qin цинь|qing цин|qiong цюн|qiu цю|quan цюань|ran жань|ren жэнь|rong жун|ru жу|rui жуй|run жунь|shan шань|shao шао|shen шэнь|sheng шэн|shi ши|shou шоу|shu шу|shun шунь|si сы|song сун|su су|sun сунь|tan тань|tang тан|tao тао|teng тэн|tian тянь|ting тин|tong тун|wan вань|wang ван|wei вэй|wen вэнь|wu у|xi си|xia ся|xian сянь|xiang сян|xiao сяо|xie се|xin синь|xing син|xiong сюн|xiu сю|xu сюй|xuan сюань|xue сюэ|xun сюнь|ya я|yan янь|yang ян|yao яо|ye е|yi и|yin инь|ying ин|yong юн|you ю|yu юй|yuan юань|yue юэ|yun юнь|zeng цзэн|zhan чжань|zhang чжан|zhao чжао|zhen чжэнь|zheng чжэн|zhi чжи|zhong чжун|zhou чжоу|zhu чжу|zhuo чжо|zi цзы|zong цзун|zou цзоу`
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Characters under one reading each: `王wang` names several as `刘柳liu`. */
function readCharacters(text: string): { character: string; reading: string }[] {
  return text.split(' ').flatMap((group) => {
    const [, characters = '', reading = ''] = /^(\P{ASCII}+)([a-z]+)$/u.exec(group) ?? [];
    if (!syllables.has(reading)) throw new Error(`no Cyrillic for «${group}»`);
    return Array.from(characters).map((character) => ({ character, reading }));
  });
}

// The most frequent first, as the Ministry of Public Security's yearly report on names gives them.
const surnames = readCharacters(
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin 韦wei 贾jia 夏xia 付fu 方fang 邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang 尹yin 薛xue 闫yan 段duan 雷lei 龙long 黎li 史shi 陶tao 贺he 毛mao 郝hao 顾gu 龚gong 邵shao 万wan 覃qin 武wu 钱qian 戴dai 严yan 莫mo 孔kong 向xiang 常chang 汤tang 康kang 乔qiao',
);
const givenCharacters = readCharacters(
  '艾爱ai 安an 宝bao 北贝蓓bei 斌彬滨bin 冰兵炳bing 博波伯bo 彩才财cai 昌长常畅chang 超朝潮chao 晨辰琛chen 成诚承程cheng 驰池chi 崇冲chong 楚初chu 川传chuan 春纯chun 翠cui 达大da 丹旦dan 德de 登灯deng 鼎定ding 东冬栋dong 恩en 帆凡范fan 芳方房fang 飞菲斐fei 芬奋fen 峰锋丰凤枫feng 福富甫付夫fu 刚钢岗gang 高皋gao 歌格ge 功公工gong 固谷古gu 冠官观guan 光广guang 桂贵瑰gui 国果guo 海hai 涵汉寒翰han 浩豪昊皓hao 和禾荷鹤贺河he 恒衡亨heng 红宏洪鸿虹弘hong 虎湖hu 华花桦hua 欢焕环huan 辉慧惠会晖卉hui 吉继纪季霁ji 佳嘉家加甲jia 建健剑坚俭jian 江疆将jiang 洁杰捷婕jie 金锦进瑾晋津jin 晶静京敬景婧菁jing 菊居巨ju 娟juan 军俊君钧骏jun 凯楷开kai 康kang 科克可柯ke 坤昆琨kun 兰岚蓝澜lan 雷磊蕾lei 丽莉力立礼黎理荔li 连莲廉lian 良亮梁liang 林琳霖麟临lin 玲凌灵岭龄铃ling 流柳liu 龙隆珑long 璐露鹭路lu 洛骆luo 茂mao 梅美玫眉mei 萌梦孟meng 妙苗miao 民敏旻min 明铭鸣名ming 墨沫mo 娜na 楠南男nan 妮倪ni 宁凝ning 鹏朋澎peng 平萍屏ping 琪奇齐启祺其qi 倩千谦qian 强qiang 巧乔qiao 琴勤钦芹qin 青清晴庆卿qing 琼qiong 秋qiu 泉权全荃quan 然ran 仁ren 荣蓉容融rong 如儒ru 瑞睿锐rui 润run 山珊善shan 少绍韶shao 慎深shen 生胜盛升声sheng 石诗世士时师仕shi 寿守shou 淑书舒树姝shu 顺shun 思斯丝si 松颂song 素苏su 涛桃陶tao 腾teng 天田恬tian 婷庭廷ting 彤童桐同tong 婉万wan 旺望wang 伟薇卫维威巍炜wei 文雯wen 武午wu 溪熙希西喜xi 霞夏xia 贤娴显宪xian 祥翔香湘xiang 晓小潇笑孝xiao 新欣心馨鑫昕xin 兴星行xing 雄xiong 秀修xiu 旭徐许绪xu 轩萱宣xuan 雪学xue 勋迅xun 雅亚ya 燕艳岩妍彦延言yan 阳洋扬yang 瑶尧耀yao 烨叶ye 怡毅义仪逸艺易一宜依yi 英莹颖盈映ying 银音殷yin 永勇咏泳yong 友佑游you 玉宇雨钰育瑜语yu 媛元远渊源yuan 月悦岳yue 云芸韵yun 展战zhan 章彰zhang 兆照昭zhao 珍真振震贞zhen 正政征zheng 志智芝之治zhi 忠中仲zhong 舟洲周zhou 珠竹柱zhu 卓zhuo 子紫梓姿zi 宗zong',
);

export interface ChineseName {
  han: { family: string; given: string };
  /** Toneless syllables in lower case, the given name's one by one. */
  familyReading: string;
  givenReadings: string[];
}

export function inventChineseName(random: Random): ChineseName {
  const family = random.pickEarly(surnames);
  const given = Array.from({ length: random.isLikely(0.82) ? 2 : 1 }, () => random.pick(givenCharacters));
  return {
    han: { family: family.character, given: given.map(({ character }) => character).join('') },
    familyReading: family.reading,
    givenReadings: given.map(({ reading }) => reading),
  };
}

export const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The given name in pinyin: written together, an apostrophe before a, o, e (GB/T 28039-2011). */
export function joinPinyin(readings: readonly string[]): string {
  return capitalise(
    readings.map((reading, index) => (index > 0 && /^[aoe]/u.test(reading) ? `'` : '') + reading).join(''),
  );
}

/** The given name in Cyrillic: written together, ъ between -н and a vowel (Palladius). */
export function joinCyrillic(readings: readonly string[]): string {
  const written = readings.map((reading) => syllables.get(reading) ?? '');
  return capitalise(
    written
      .map(
        (syllable, index) =>
          (written[index - 1]?.endsWith('н') === true && /^[аеёиоуэюя]/u.test(syllable) ? 'ъ' : '') + syllable,
      )
      .join(''),
  );
}

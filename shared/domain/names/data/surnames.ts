/**
 * The single family names of about 97 % of the Han population with their reading as a name, commonest first (the
 * published rankings of the Ministry of Public Security, 2007 to 2020, then names of the Hundred Family Surnames in use).
 */
export const singleSurnameTable = `
王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng
梁liang 谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu
杜du 叶ye 程cheng 魏wei 苏su 吕lü 丁ding 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin
韦wei 贾jia 夏xia 付fu 方fang 邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang 尹yin 薛xue 闫yan 段duan 雷lei 龙long 黎li 史shi
陶tao 贺he 毛mao 郝hao 顾gu 龚gong 邵shao 万wan 覃qin 武wu 钱qian 戴dai 严yan 莫mo 孔kong 向xiang 常chang 汤tang 康kang 易yi 乔qiao
赖lai 文wen 樊fan 兰lan 殷yin 施shi 洪hong 翟zhai 安an 颜yan 倪ni 牛niu 温wen 芦lu 季ji 俞yu 章zhang 鲁lu 葛ge 伍wu 申shen 尤you 毕bi
聂nie 柴chai 焦jiao 柳liu 邢xing 骆luo 岳yue 齐qi 梅mei 庄zhuang 辛xin 管guan 祝zhu 左zuo 涂tu 谷gu 祁qi 时shi 耿geng 牟mu 卜bu 路lu
詹zhan 关guan 苗miao 凌ling 费fei 纪ji 靳jin 盛sheng 童tong 欧ou 甄zhen 项xiang 曲qu 成cheng 游you 阳yang 裴pei 席xi 卫wei 查zha 屈qu
鲍bao 霍huo 翁weng 隋sui 甘gan 景jing 薄bo 单shan 包bao 司si 柏bai 宁ning 柯ke 阮ruan 桂gui 闵min 解xie 强qiang 丛cong 华hua 车che
冉ran 房fang 边bian 辜gu 吉ji 饶rao 刁diao 瞿qu 戚qi 丘qiu 古gu 米mi 池chi 滕teng 晋jin 苑yuan 邬wu 臧zang 宫gong 来lai 苟gou 全quan
褚chu 廉lian 简jian 娄lou 盖ge 符fu 奚xi 木mu 穆mu 党dang 燕yan 郎lang 邸di 冀ji 谈tan 姬ji 屠tu 连lian 郜gao 晏yan 栾luan 郁yu 商shang
蒙meng 计ji 喻yu 揭jie 窦dou 迟chi 宇yu 敖ao 糜mi 鄢yan 冷leng 卓zhuo 花hua 仇qiu 艾ai 蓝lan 都du 巩gong 井jing 练lian 仲zhong 乐yue
虞yu 卞bian 封feng 竺zhu 冼xian 原yuan 官guan 衣yi 楚chu 佟tong 栗li 匡kuang 宗zong 应ying 台tai 巫wu 鞠ju 桑sang 荆jing 谌chen 银yin
扬yang 明ming 沙sha 伏fu 岑cen 习xi 胥xu 保bao 和he 蔺lin 水shui 云yun 昌chang 凤feng 酆feng 皮pi 元yuan 平ping 萧xiao 伊yi 宦huan
阎yan 慕mu 茹ru 宿su 怀huai 从cong 索suo 咸xian 籍ji 卿qing 蔚wei 双shuang 莘shen 贡gong 劳lao 逄pang 扶fu 堵du 宰zai 郦li 雍yong 璩qu
濮pu 寿shou 扈hu 郏jia 浦pu 尚shang 农nong 别bie 晁chao 勾gou 融rong 訾zi 阚kan 那na 毋wu 乜nie 丰feng 巢chao 蒯kuai 相xiang 后hou
红hong 权quan 逯lu 桓huan 公gong 仉zhang 帅shuai 缑gou 亢kang 况kuang 郈hou 琴qin 佘she 佴er 伯bo 赏shang 墨mo 哈ha 谯qiao 笪da
年nian 言yan 福fu 占zhan 普pu 苍cang 信xin 展zhan 买mai 随sui 战zhan 危wei 麻ma 邝kuang 区ou 幸xing 尧yao 师shi 朴piao 由you 先xian
撒sa 底di 兀wu 迪di 海hai 洛luo 但dan 干gan 代dai 肇zhao 多duo 宝bao 粟su 禹yu 仝tong 扎zha 罕han 门men 贝bei 仵wu 矫jiao 初chu 鹿lu
楼lou`;

/** Compound family names in use with the reading as a name (万俟 mòqí, 单于 chányú: dictionaries of words read them wrongly). */
export const compoundSurnameTable = `
欧阳 ōu yáng,上官 shàng guān,司马 sī mǎ,司徒 sī tú,司空 sī kōng,诸葛 zhū gě,东方 dōng fāng,西门 xī mén,
皇甫 huáng fǔ,尉迟 yù chí,公孙 gōng sūn,公羊 gōng yáng,慕容 mù róng,令狐 líng hú,夏侯 xià hóu,长孙 zhǎng sūn,
宇文 yǔ wén,端木 duān mù,百里 bǎi lǐ,南宫 nán gōng,独孤 dú gū,轩辕 xuān yuán,澹台 tán tái,万俟 mò qí,
单于 chán yú,淳于 chún yú,闻人 wén rén,申屠 shēn tú,太叔 tài shū,钟离 zhōng lí,鲜于 xiān yú,闾丘 lǘ qiū,
濮阳 pú yáng,呼延 hū yán,赫连 hè lián,拓跋 tuò bá,东郭 dōng guō,南门 nán mén,第五 dì wǔ`;

/** Characters that are read otherwise as a family name than as a word; the usual reading first (after CLDR Han-Latin-Names). */
export const surnameReadingTable = `
秘 bì,卜 bǔ,种 chóng,重 chóng,刀 diāo,葛 gě,盖 gě,过 guō,华 huà,纪 jǐ,牟 mù,区 ōu,繁 pó,仇 qiú,任 rén,单 shàn,
召 shào,折 shé,舍 shè,沈 shěn,峙 shì,隗 wěi,解 xiè,莘 xīn,燕 yān,乐 yuè,员 yùn,查 zhā,翟 zhái,曾 zēng,朴 piáo,
冼 xiǎn,缪 miào,覃 qín tán,那 nā`;

import { type ExchangeField, type ExchangeKind, organizationFields, personFields } from '#shared/contract/exchange.ts';
import { languages } from '#shared/domain/language.ts';
import { readFieldLabels } from './field-labels.ts';

/**
 * Heads as other programs and secretaries write them, folded by {@link foldHeader}: Outlook, Google Contacts, Russian
 * lists of participants, Chinese 通讯录. A name without a script is settled by the cells below it.
 */
const otherHeads: Record<ExchangeKind, Partial<Record<ExchangeField, string>>> = {
  people: {
    full_name:
      'name|full name|display name|participant|contact|фио|ф и о|фамилия имя отчество|имя полностью|участник|контакт|姓名|全名|名字|联系人|参会人员',
    family_latin: 'family name|last name|surname|family|lastname',
    given_latin: 'given name|first name|firstname|given|forename',
    patronymic_latin: 'patronymic|middle name|middlename|second name',
    family_cyrillic: 'фамилия',
    given_cyrillic: 'имя',
    patronymic_cyrillic: 'отчество',
    full_han: 'chinese name|name in chinese|китайское имя|имя по китайски|中文名|中文姓名|汉字姓名',
    family_han: '姓|姓氏',
    given_han: '名',
    full_latin: 'english name|name in english|имя по английски|英文名|英文姓名|拼音|pinyin|姓名拼音',
    full_cyrillic: 'russian name|name in russian|имя по русски|俄文名|俄文姓名',
    aliases: 'alias|aliases|nickname|also known as|псевдоним|варианты имени|别名|昵称',
    gender: 'sex|gender|пол|性别',
    title_en: 'academic title|honorific|degree',
    title_ru: 'звание|ученое звание|ученая степень|степень|обращение',
    title_zh: '头衔|称谓|职称',
    country: 'country|nationality|country code|страна|гражданство|国家|国籍|国别',
    email:
      'email|e mail|mail|email address|e mail address|email 1 value|e mail 1 value|электронная почта|почта|эл почта|эл адрес|адрес электронной почты|имейл|邮箱|电子邮箱|邮件|电子邮件|邮箱地址',
    phone:
      'phone|telephone|tel|mobile|mobile phone|cell|phone number|business phone|phone 1 value|телефон|тел|мобильный|мобильный телефон|моб телефон|сотовый|电话|手机|手机号|手机号码|联系电话|联系方式|电话号码',
    messenger: 'messenger|messengers|im|wechat|telegram|whatsapp|skype|мессенджер|мессенджеры|微信|微信号|即时通讯',
    languages: 'language|languages|язык|языки|владение языками|语言|语种',
    note: 'note|notes|comment|comments|remarks|примечание|примечания|комментарий|заметки|备注|说明|注释',
    organization:
      'organisation|organization|company|employer|affiliation|institution|организация|компания|место работы|учреждение|предприятие|单位|工作单位|公司|机构|组织|单位名称',
    position: 'position|job title|title|post|office|role|должность|должность и звание|职务|职位|岗位',
    id: 'id|uuid|trilogue id',
  },
  organizations: {
    name: 'name|full name|organisation|organization|company|institution|название|наименование|полное наименование|полное название|организация|名称|全称|单位|单位名称|机构名称|公司名称',
    name_en: 'english name|name in english|英文名称|название по английски',
    name_ru: 'russian name|name in russian|俄文名称|название по русски',
    name_zh: 'chinese name|name in chinese|中文名称|название по китайски',
    abbreviation:
      'abbreviation|short name|acronym|сокращение|аббревиатура|краткое название|краткое наименование|сокращенное наименование|简称|缩写',
    aliases: 'alias|aliases|other names|also known as|другие названия|прежние названия|别名|曾用名|其他名称',
    organization_kind: 'kind|type|kind of organisation|вид|тип|вид организации|类型|单位类型|类别',
    country: 'country|country code|страна|国家|国别',
    city: 'city|town|город|城市',
    note: 'note|notes|comment|remarks|примечание|комментарий|备注|说明',
    id: 'id|uuid|trilogue id',
  },
};

/** Letters, digits and Han only, ё as е, single spaces, lower case. */
const foldHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const known = new Map<ExchangeKind, Map<string, ExchangeField>>();

/** The field that a head names, in any of the three languages; null for an unknown one. */
export function recogniseHeader(text: string, kind: ExchangeKind): ExchangeField | null {
  let heads = known.get(kind);
  if (heads === undefined) {
    heads = readHeads(kind);
    known.set(kind, heads);
  }
  return heads.get(foldHeader(text)) ?? null;
}

function readHeads(kind: ExchangeKind): Map<string, ExchangeField> {
  const heads = new Map<string, ExchangeField>();
  const fields: readonly ExchangeField[] = kind === 'people' ? personFields : organizationFields;
  for (const language of languages) {
    const labels = readFieldLabels(language);
    for (const field of fields) heads.set(foldHeader(labels[field]), field);
  }
  for (const [field, texts] of Object.entries(otherHeads[kind])) {
    for (const text of texts.split('|')) if (!heads.has(text)) heads.set(text, field as ExchangeField);
  }
  return heads;
}

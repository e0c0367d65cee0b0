import { describe, expect, test } from 'vitest';
import { matchOrganizations, organizationBlockingKeys, type OrganizationNames } from '#shared/domain/names/index.ts';

const named = (name: string, abbreviation = ''): OrganizationNames => ({
  names: [name],
  abbreviations: abbreviation === '' ? [] : [abbreviation],
  aliases: [],
});

const judge = (a: string, b: string) => matchOrganizations(named(a), named(b));

const same: [string, string, string][] = [
  ['JITRI', 'Jiangsu Industrial Technology Research Institute', 'abbreviation_of'],
  ['ВНИИГ', 'Всероссийский научно-исследовательский институт гидротехники имени Б. Е. Веденеева', 'abbreviation_of'],
  ['СПбНЦ РАН', 'Санкт-Петербургский научный центр Российской академии наук', 'abbreviation_of'],
  ['SPBRC RAS', 'Saint-Petersburg Research Center of RAS', 'abbreviation_of'],
  ['СО РАН', 'Сибирское отделение Российской академии наук', 'abbreviation_of'],
  ['Siberian Branch of RAS', 'Siberian Branch of the Russian Academy of Sciences', 'same_words'],
  ['ООО «Ромашка»', 'АО «Ромашка»', 'same_words'],
  ['ФГБОУ ВО «Томский политехнический университет»', 'Томский политехнический университет', 'same_words'],
  ['Huawei Technologies Co., Ltd.', 'Huawei Technologies', 'same_words'],
  ['华为技术有限公司', '华为技术', 'same_name'],
  ['Nanjing University', 'University of Nanjing', 'same_words'],
  ['Новосибирский государственный университет', 'Новосибирского государственного университета', 'same_words'],
  ['Jiangsu Industrial Technology Research Institute (JITRI)', 'JITRI', 'same_abbreviation'],
  ['ООО «Газпром»', 'Gazprom', 'transcribed_name'],
  ['NANJING UNIVERSITY', 'Nanjing University', 'same_name'],
];
const possible: [string, string, string][] = [
  ['Institute of Catalysis', 'Institute of Catalisis', 'similar_name'],
  ['中科院', '中国科学院', 'abbreviation_of'],
  ['RAS', 'Russian Academy of Sciences', 'abbreviation_of'],
  ['华为', 'Huawei', 'transcribed_name'],
  ['Peter the Great St. Petersburg Polytechnic University', 'St. Petersburg Polytechnic University', 'similar_name'],
];
const different: [string, string][] = [
  ['Institute of Physics RAS', 'Institute of Chemistry RAS'],
  ['Academy of Sciences of Jiangsu Province', 'Academy of Sciences of Zhejiang Province'],
  ['Siberian Branch of the RAS', 'RAS'],
  ['СО РАН', 'РАН'],
  ['Siberian Branch of the Russian Academy of Sciences', 'Russian Academy of Sciences'],
  ['Changchun University', 'Changchun University of Technology'],
  ['江苏省产业技术研究院', '浙江省产业技术研究院'],
  ['Институт физики', 'Институт философии'],
  ['', 'Institute of Physics'],
];

test.each(same)('%s is %s', (a, b, code) => {
  expect(judge(a, b)).toMatchObject({ verdict: 'same', reason: { code } });
});
test.each(possible)('%s may be %s', (a, b, code) => {
  expect(judge(a, b)).toMatchObject({ verdict: 'possible', reason: { code } });
});
test.each(different)('%s is not %s', (a, b) => {
  expect(judge(a, b)).toMatchObject({ verdict: 'different', reason: { code: 'name_differs' } });
});

test.each([...same, ...possible, ...different])('the same both ways: %s, %s', (...pair) => {
  const [a, b] = pair;
  const [forth, back] = [judge(a, b), judge(b, a)];
  expect(back).toMatchObject({ score: forth.score, verdict: forth.verdict, reason: { code: forth.reason.code } });
  expect(back.reason.parts).toEqual({ a: forth.reason.parts.b, b: forth.reason.parts.a });
});

test.each([...same, ...possible])('one block holds %s and %s', (a, b) => {
  const keys = new Set(organizationBlockingKeys(named(a)));
  expect(organizationBlockingKeys(named(b)).some((key) => keys.has(key))).toBe(true);
});

describe('several names', () => {
  test('names that contradict each other outweigh a shared abbreviation', () => {
    const a = named('Институт физики', 'ИФ');
    const b = named('Институт философии', 'ИФ');
    expect(matchOrganizations(a, b).verdict).not.toBe('same');
  });

  test('any language and any alias may decide', () => {
    const a = { names: ['', 'Nanjing University', '南京大学'], abbreviations: ['NJU'], aliases: [] };
    const b = { names: ['Нанкинский университет'], abbreviations: [], aliases: ['南京大学'] };
    expect(matchOrganizations(a, b)).toMatchObject({ verdict: 'same', reason: { code: 'same_name' } });
  });
});

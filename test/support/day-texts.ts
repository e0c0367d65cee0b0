/** What is written on the working day (test/e2e/working-day.spec.ts). */
export const secretaryName = { en: 'Ли На', ru: 'Ли На', zh: 'Ли На' };
export const group = {
  en: 'Working group on polar materials',
  ru: 'Рабочая группа по полярным материалам',
  zh: '极地材料工作组',
};
export const institute = {
  en: 'Institute of Polar Materials',
  ru: 'Институт полярных материалов',
  zh: '极地材料研究所',
};
export const hu = { en: 'Hu Minzhe', ru: 'Ху Миньчжэ', zh: 'Hu Minzhe' };
export const orlova = { en: 'Orlova Vera', ru: 'Орлова Вера Павловна', zh: '奥尔洛娃' };
/** What a ministry sends: one new person, one who is in the register under her full name. */
export const list = 'ФИО;E-mail\r\nЛинь Сяотун;lin@example.cn\r\nОрлова В. П.;orlova@example.ru\r\n';
export const position = { en: 'Director', ru: 'директор', zh: '所长' };
export const title = {
  en: 'Third meeting on polar materials',
  ru: 'Третье заседание по полярным материалам',
  zh: '极地材料第三次会议',
};
export const item = { en: 'Joint laboratory', ru: 'О совместной лаборатории', zh: '关于联合实验室' };
export const speech = {
  en: 'Reported on the state of the laboratory.',
  ru: 'Доложила о состоянии лаборатории.',
  zh: '汇报了实验室的情况。',
};
export const decision = {
  en: 'To open the joint laboratory in 2027.',
  ru: 'Открыть совместную лабораторию в 2027 году.',
  zh: '决定于2027年成立联合实验室。',
};
export const amended = {
  en: 'To open the joint laboratory in 2028.',
  ru: 'Открыть совместную лабораторию в 2028 году.',
  zh: '决定于2028年成立联合实验室。',
};
export const byTelephone = 'Пожалуйста, назовите институт полностью.';
export const inWord = 'Предлагаем 2028 год.';
export const action = { en: 'Prepare the draft statute.', ru: 'Подготовить проект положения.', zh: '起草章程草案。' };

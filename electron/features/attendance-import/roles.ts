import type { AttendanceRole } from '#shared/contract/attendance.ts';

/** What a role is called in lists of participants, whole, after {@link fold}. The first that fits counts. */
const names: readonly (readonly [AttendanceRole, RegExp])[] = [
  ['co_chair', /^(?:co ?-?chair(?:man|woman|person)?|сопредседател\p{L}*(?: .*)?|联合(?:主席|主持人)|共同主席)$/u],
  [
    'chair',
    /^(?:chair(?:man|woman|person)?(?: of the (?:meeting|session|forum|conference))?|председатель(?:ствующ\p{L}*)?(?: (?:на )?(?:заседан|совещан|собран|форум|сесси|встреч|конференц|рабоч)\p{L}*.*)?|(?:会议)?(?:主席|主持人))$/u,
  ],
  [
    'head_of_delegation',
    /^(?:head of (?:the )?(?:.* )?delegation|(?:.* )?delegation (?:head|leader)|leader of (?:the )?(?:.* )?delegation|(?:глава|руководитель) (?:.* )?делегаци\p{L}*(?: .*)?|.{0,12}团长)$/u,
  ],
  [
    'secretary',
    /^(?:(?:executive |meeting )?secretary(?: of the meeting)?|(?:ответственный )?секретарь(?: (?:заседан|совещан|собран|форум|сесси|встреч|конференц|рабоч)\p{L}*.*)?|(?:会议)?秘书|(?:会议)?记录(?:员|人)?)$/u,
  ],
  [
    'speaker',
    /^(?:(?:keynote |invited )?speaker|presenter|panell?ist|докладчи(?:к|ца)|спикер|выступающ\p{L}*|(?:主旨)?(?:发言|演讲|报告|主讲)(?:人|者|嘉宾)?)$/u,
  ],
  [
    'interpreter',
    /^(?:(?:.* )?interpreter|translator|(?:.* )?перевод(?:чик|чица)(?: .*)?|.{0,4}(?:翻译|口译|译员|口译员))$/u,
  ],
  ['observer', /^(?:observer|наблюдатель(?:ница)?|观察员)$/u],
  [
    'guest',
    /^(?:(?:invited |special |honou?red )?guest|invitee|(?:почетн\p{L}* )?гост(?:ь|ья)|приглаш\p{L}*(?: .*)?|(?:特邀)?(?:嘉宾|来宾)|列席(?:人员)?)$/u,
  ],
  [
    'participant',
    /^(?:participant|delegate|member(?: of (?:the )?(?:.* )?delegation)?|attendee|участни(?:к|ца)(?: .*)?|делегат|член делегации|与会(?:人员|者|代表)?|参会(?:人员|者|代表)?|代表|团员|成员)$/u,
  ],
];

/** Somebody's deputy is not that somebody. */
const deputy = /^(?:deputy|vice|зам\p{L}*|副)/u;

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();

/** The roles that a cell names, in English, Russian or Chinese; words that name none are passed over. */
export function readRoles(cell: string): AttendanceRole[] {
  const found = cell
    .split(/[,;/|、，；+&\n]|\s(?:and|и)\s|[兼和]/u)
    .map(fold)
    .filter((word) => word !== '' && !deputy.test(word))
    .flatMap((word) => names.find(([, pattern]) => pattern.test(word))?.[0] ?? []);
  return [...new Set(found)];
}

const roleHeads =
  /^(?:role(?: at the (?:meeting|event|forum))?|meeting role|capacity|status|роль(?: (?:на|в) .*)?|функция|статус(?: участника)?|качество участия|角色|参会(?:角色|身份)|与会身份|身份|会议角色)$/u;
const countHeads =
  /^(?:head ?count|(?:number|no) of (?:people|persons|participants|delegates|members|heads)|delegation size|delegates|people|pax|численность(?: делегации)?|кол(?:ичест)?-?\s?во(?: (?:человек|чел|людей|участников|делегатов))?|число (?:участников|человек|делегатов)|человек|чел|人数|(?:参会|代表|与会|代表团)人数)$/u;

/** What a head of a column of an attendance list says beyond a list of contacts; null for all others. */
export function recogniseAttendanceHead(header: string): 'role' | 'head_count' | null {
  const head = fold(header);
  return roleHeads.test(head) ? 'role' : countHeads.test(head) ? 'head_count' : null;
}

const mostHeads = 100_000;

/** «12», «12 чел.», «12人»; null for anything else. */
export function readHeadCount(cell: string): number | null {
  const digits = /^\D{0,3}(\d{1,6})\s*(?:\p{L}+\.?)?$/u.exec(cell.normalize('NFKC').trim())?.[1];
  const count = Number(digits ?? 0);
  return count >= 1 && count <= mostHeads ? count : null;
}

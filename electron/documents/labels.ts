import i18next, { type TFunction } from 'i18next';
import type { Language } from '#shared/domain/language.ts';
import type { LabelsByLanguage, MinutesLabels } from '#shared/domain/minutes/labels.ts';
import en from '#resources/locales/en/documents.json' with { type: 'json' };
import ru from '#resources/locales/ru/documents.json' with { type: 'json' };
import zh from '#resources/locales/zh/documents.json' with { type: 'json' };

/** Documents have their own instance: their language is not that of the screen. */
const catalogue = i18next.createInstance();
void catalogue.init({
  resources: { en: { documents: en }, ru: { documents: ru }, zh: { documents: zh } },
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  // Values are printed into DOCX and PDF, which escape for themselves.
  interpolation: { escapeValue: false },
});

/** The words of the documents in all three languages. */
export function readLabels(): LabelsByLanguage {
  return { en: describeLabels('en'), ru: describeLabels('ru'), zh: describeLabels('zh') };
}

/** The catalogue of documents in one language. */
export function wordsIn(language: Language): TFunction {
  return catalogue.getFixedT(language);
}

function describeLabels(language: Language): MinutesLabels {
  const t = catalogue.getFixedT(language);
  return {
    title: {
      minutes: (number) =>
        number === '' ? t('documents:title.minutes') : t('documents:title.minutesNumbered', { number }),
      minutes_of_talks: (number) =>
        number === '' ? t('documents:title.minutesOfTalks') : t('documents:title.minutesOfTalksNumbered', { number }),
    },
    draft: t('documents:draft'),
    pageOf: (page, pages) => t('documents:pageOf', { page, pages }),
    fields: {
      date: t('documents:fields.date'),
      time: t('documents:fields.time'),
      place: t('documents:fields.place'),
      remotePlaces: t('documents:fields.remotePlaces'),
      format: t('documents:fields.format'),
      theme: t('documents:fields.theme'),
      framework: t('documents:fields.framework'),
      partOf: t('documents:fields.partOf'),
      organizers: t('documents:fields.organizers'),
      chair: t('documents:fields.chair'),
      coChairs: t('documents:fields.coChairs'),
      secretary: t('documents:fields.secretary'),
      total: t('documents:fields.total'),
    },
    format: {
      in_person: t('documents:format.inPerson'),
      online: t('documents:format.online'),
      hybrid: t('documents:format.hybrid'),
    },
    city: (city) => t('documents:city', { city }),
    headings: {
      participants: t('documents:headings.participants'),
      present: t('documents:headings.present'),
      inAttendance: t('documents:headings.inAttendance'),
      apologies: t('documents:headings.apologies'),
      otherParticipants: t('documents:headings.otherParticipants'),
      agenda: t('documents:headings.agenda'),
      proceedings: t('documents:headings.proceedings'),
      actions: t('documents:headings.actions'),
      agreements: t('documents:headings.agreements'),
      nextMeeting: t('documents:headings.nextMeeting'),
    },
    heard: t('documents:heard'),
    spoke: t('documents:spoke'),
    proposed: t('documents:proposed'),
    decided: t('documents:decided'),
    note: t('documents:note'),
    presenter: t('documents:presenter'),
    postponed: t('documents:postponed'),
    speakerNotNamed: t('documents:speakerNotNamed'),
    proposalNumber: (number) => t('documents:proposalNumber', { number }),
    decisionNumber: (number) => t('documents:decisionNumber', { number }),
    people: (count) => t('documents:people', { count }),
    excused: t('documents:excused'),
    absent: t('documents:absent'),
    arrivedAt: (time) => t('documents:arrivedAt', { time }),
    leftAt: (time) => t('documents:leftAt', { time }),
    ...describeCodes(t),
    atNextMeeting: t('documents:atNextMeeting'),
    notNamed: t('documents:notNamed'),
    notWritten: t('documents:notWritten'),
    agreementParties: t('documents:agreementParties'),
    agreementSigned: (date) => t('documents:agreementSigned', { date }),
    signatureSide: { CN: t('documents:signatureSide.china'), RU: t('documents:signatureSide.russia') },
    side: (number) => t('documents:side', { number }),
    textIn: { en: t('documents:textIn.en'), ru: t('documents:textIn.ru'), zh: t('documents:textIn.zh') },
    lineIn: { en: t('documents:lineIn.en'), ru: t('documents:lineIn.ru'), zh: t('documents:lineIn.zh') },
    nameIn: { en: t('documents:nameIn.en'), ru: t('documents:nameIn.ru'), zh: t('documents:nameIn.zh') },
  };
}

/** Codes of the contract and their words. */
function describeCodes(
  t: TFunction,
): Pick<MinutesLabels, 'marks' | 'table' | 'status' | 'agreementKind' | 'agreementsKind'> {
  return {
    marks: {
      chair: t('documents:marks.chair'),
      co_chair: t('documents:marks.coChair'),
      head_of_delegation: t('documents:marks.headOfDelegation'),
      secretary: t('documents:marks.secretary'),
      interpreter: t('documents:marks.interpreter'),
      observer: t('documents:marks.observer'),
      guest: t('documents:marks.guest'),
      proxy: t('documents:marks.proxy'),
      expected: t('documents:marks.expected'),
      online: t('documents:marks.online'),
    },
    table: {
      number: t('documents:table.number'),
      action: t('documents:table.action'),
      responsible: t('documents:table.responsible'),
      due: t('documents:table.due'),
      status: t('documents:table.status'),
    },
    status: {
      open: t('documents:status.open'),
      in_progress: t('documents:status.inProgress'),
      done: t('documents:status.done'),
      cancelled: t('documents:status.cancelled'),
    },
    agreementKind: {
      memorandum: t('documents:agreementKind.memorandum'),
      agreement: t('documents:agreementKind.agreement'),
      minutes_of_talks: t('documents:agreementKind.minutesOfTalks'),
      programme: t('documents:agreementKind.programme'),
      certificate: t('documents:agreementKind.certificate'),
      other: t('documents:agreementKind.other'),
    },
    agreementsKind: {
      memorandum: t('documents:agreementsKind.memorandum'),
      agreement: t('documents:agreementsKind.agreement'),
      minutes_of_talks: t('documents:agreementsKind.minutesOfTalks'),
      programme: t('documents:agreementsKind.programme'),
      certificate: t('documents:agreementsKind.certificate'),
      other: t('documents:agreementsKind.other'),
    },
  };
}

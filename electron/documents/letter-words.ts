import type { TFunction } from 'i18next';
import { languages, type Language } from '#shared/domain/language.ts';
import type { LetterWords, WordsByLanguage } from '#shared/domain/letters/words.ts';
import { describeEnclosureWords } from './enclosure-words.ts';
import { wordsIn } from './labels.ts';

/** The words of letters and agendas in all three languages. */
export function readLetterWords(): WordsByLanguage {
  const [en, ru, zh] = languages.map((language: Language) => describeWords(wordsIn(language)));
  return { en, ru, zh } as WordsByLanguage;
}

function describeWords(t: TFunction): LetterWords {
  return {
    ...describeHeads(t),
    ...describeKinds(t),
    ...describeSentences(t),
    enclosed: describeEnclosureWords(t),
    salutation: {
      woman: (name) => t('documents:letters.salutation.woman', { name }),
      man: (name) => t('documents:letters.salutation.man', { name }),
      titled: (title, name) => t('documents:letters.salutation.titled', { title, name }),
      womanByPatronymic: (name) => t('documents:letters.salutation.womanByPatronymic', { name }),
      manByPatronymic: (name) => t('documents:letters.salutation.manByPatronymic', { name }),
      unknown: (name) => t('documents:letters.salutation.unknown', { name }),
      colleague: t('documents:letters.salutation.colleague'),
      colleagues: t('documents:letters.salutation.colleagues'),
    },
    titles: {
      academician: t('documents:letters.academician'),
      professor: t('documents:letters.professor'),
      doctor: t('documents:letters.doctor'),
    },
    agenda: {
      title: t('documents:letters.agenda.title'),
      number: t('documents:letters.agenda.number'),
      time: (zone) => t('documents:letters.agenda.time', { zone }),
      duration: t('documents:letters.agenda.duration'),
      item: t('documents:letters.agenda.item'),
      presenter: t('documents:letters.agenda.presenter'),
      minutes: (value) => t('documents:letters.agenda.minutes', { value }),
      hours: (value) => t('documents:letters.agenda.hours', { value }),
      total: (duration) => t('documents:letters.agenda.total', { duration }),
      totalUntil: (duration, time) => t('documents:letters.agenda.totalUntil', { duration, time }),
      expected: t('documents:letters.agenda.expected'),
      inAttendance: t('documents:letters.agenda.inAttendance'),
      reviews: t('documents:letters.agenda.reviews'),
      items: t('documents:letters.agenda.items'),
    },
    fileName: {
      invitation: t('documents:letters.fileName.invitation'),
      reminder: t('documents:letters.fileName.reminder'),
      circulation: t('documents:letters.fileName.circulation'),
      circulation_reminder: t('documents:letters.fileName.circulationReminder'),
      agreed: t('documents:letters.fileName.agreed'),
      documents: t('documents:letters.fileName.documents'),
      agenda: t('documents:letters.fileName.agenda'),
      calendar: t('documents:letters.fileName.calendar'),
      actions_calendar: t('documents:letters.fileName.actionsCalendar'),
    },
  };
}

function describeHeads(t: TFunction): Pick<LetterWords, 'subject' | 'heading'> {
  return {
    subject: {
      invitation: (title, date) => t('documents:letters.subject.invitation', { title, date }),
      reminder: (title, date) => t('documents:letters.subject.reminder', { title, date }),
      circulation: (title, date) => t('documents:letters.subject.circulation', { title, date }),
      circulation_reminder: (title, date) => t('documents:letters.subject.circulationReminder', { title, date }),
      agreed: (title, date) => t('documents:letters.subject.agreed', { title, date }),
      documents: (title, date) => t('documents:letters.subject.documents', { title, date }),
    },
    heading: {
      invitation: (values) => t('documents:letters.heading.invitation', values),
      reminder: (values) => t('documents:letters.heading.reminder', values),
      circulation: (values) => t('documents:letters.heading.circulation', values),
      circulation_reminder: (values) => t('documents:letters.heading.circulationReminder', values),
      agreed: (values) => t('documents:letters.heading.agreed', values),
      documents: (values) => t('documents:letters.heading.documents', values),
    },
  };
}

function describeKinds(
  t: TFunction,
): Pick<LetterWords, 'kind' | 'kindInvited' | 'kindOf' | 'minutes' | 'language' | 'enclosure'> {
  return {
    kind: {
      bilateral: t('documents:letters.kind.bilateral'),
      conference: t('documents:letters.kind.conference'),
      forum: t('documents:letters.kind.forum'),
      signing: t('documents:letters.kind.signing'),
      preparatory: t('documents:letters.kind.preparatory'),
      visit: t('documents:letters.kind.visit'),
    },
    kindInvited: {
      bilateral: t('documents:letters.kindInvited.bilateral'),
      conference: t('documents:letters.kindInvited.conference'),
      forum: t('documents:letters.kindInvited.forum'),
      signing: t('documents:letters.kindInvited.signing'),
      preparatory: t('documents:letters.kindInvited.preparatory'),
      visit: t('documents:letters.kindInvited.visit'),
    },
    kindOf: {
      bilateral: t('documents:letters.kindOf.bilateral'),
      conference: t('documents:letters.kindOf.conference'),
      forum: t('documents:letters.kindOf.forum'),
      signing: t('documents:letters.kindOf.signing'),
      preparatory: t('documents:letters.kindOf.preparatory'),
      visit: t('documents:letters.kindOf.visit'),
    },
    minutes: {
      minutes: t('documents:letters.minutes.minutes'),
      minutes_of_talks: t('documents:letters.minutes.minutesOfTalks'),
    },
    language: {
      en: t('documents:letters.language.en'),
      ru: t('documents:letters.language.ru'),
      zh: t('documents:letters.language.zh'),
    },
    enclosure: {
      agenda: t('documents:letters.enclosure.agenda'),
      draft: t('documents:letters.enclosure.draft'),
      agreed: t('documents:letters.enclosure.agreed'),
    },
  };
}

function describeSentences(
  t: TFunction,
): Omit<
  LetterWords,
  | keyof ReturnType<typeof describeHeads>
  | keyof ReturnType<typeof describeKinds>
  | 'salutation'
  | 'titles'
  | 'agenda'
  | 'enclosed'
  | 'fileName'
> {
  return {
    quotedTitle: (title) => t('documents:letters.quotedTitle', { title }),
    invite: (fill) => t('documents:letters.invite', { ...fill }),
    remind: (fill) => t('documents:letters.remind', { ...fill }),
    confirmBy: (date) => t('documents:letters.confirmBy', { date }),
    confirm: t('documents:letters.confirm'),
    askNames: t('documents:letters.askNames'),
    ignore: t('documents:letters.ignore'),
    linkLater: t('documents:letters.linkLater'),
    interpretation: t('documents:letters.interpretation'),
    workingLanguages: t('documents:letters.workingLanguages'),
    contact: (name) => t('documents:letters.contact', { name }),
    email: (value) => t('documents:letters.email', { value }),
    phone: (value) => t('documents:letters.phone', { value }),
    closing: t('documents:letters.closing'),
    circulate: (fill) => t('documents:letters.circulate', { ...fill }),
    commentBy: (date) => t('documents:letters.commentBy', { date }),
    comment: t('documents:letters.comment'),
    commentInFile: t('documents:letters.commentInFile'),
    commentByMail: (number) => t('documents:letters.commentByMail', { number }),
    commentByMailPlain: t('documents:letters.commentByMailPlain'),
    noComments: t('documents:letters.noComments'),
    remindComments: (fill) => t('documents:letters.remindComments', { ...fill }),
    commentsBy: (date) => t('documents:letters.commentsBy', { date }),
    commentsPlain: t('documents:letters.commentsPlain'),
    sendAgreed: (fill) => t('documents:letters.sendAgreed', { ...fill }),
    agreedBy: t('documents:letters.agreedBy'),
    thanks: t('documents:letters.thanks'),
  };
}

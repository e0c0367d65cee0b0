import type { TFunction } from 'i18next';
import type { NewsWords, PapersByLanguage, PaperWords } from '#shared/domain/documents/words.ts';
import { describeCopyWords } from './copy-words.ts';
import { wordsIn } from './labels.ts';

/** The words of the other papers in all three languages; the subtree `papers` of documents.json, and `copies`. */
export function readPaperWords(): PapersByLanguage {
  return { en: describeWords(wordsIn('en')), ru: describeWords(wordsIn('ru')), zh: describeWords(wordsIn('zh')) };
}

function describeWords(t: TFunction): PaperWords {
  return {
    copies: describeCopyWords(t),
    translation: {
      translation: t('documents:papers.translation.translation'),
      working: t('documents:papers.translation.working'),
    },
    letterhead: {
      phone: (value) => t('documents:papers.letterhead.phone', { value }),
      email: (value) => t('documents:papers.letterhead.email', { value }),
    },
    ...describeMinutesWords(t),
    actions: {
      title: t('documents:papers.actions.title'),
      from: {
        minutes: (number, date) =>
          number === ''
            ? t('documents:papers.actions.from.minutes', { date })
            : t('documents:papers.actions.from.minutesNumbered', { number, date }),
        minutes_of_talks: (number, date) =>
          number === ''
            ? t('documents:papers.actions.from.minutesOfTalks', { date })
            : t('documents:papers.actions.from.minutesOfTalksNumbered', { number, date }),
      },
      none: t('documents:papers.actions.none'),
    },
    sheet: {
      title: t('documents:papers.sheet.title'),
      number: t('documents:papers.sheet.number'),
      name: t('documents:papers.sheet.name'),
      office: t('documents:papers.sheet.office'),
      signature: t('documents:papers.sheet.signature'),
      date: t('documents:papers.sheet.date'),
    },
    news: describeNewsWords(t),
  };
}

function describeMinutesWords(t: TFunction): Pick<PaperWords, 'short' | 'extract'> {
  return {
    short: {
      title: {
        minutes: (number) =>
          number === ''
            ? t('documents:papers.short.title.minutes')
            : t('documents:papers.short.title.minutesNumbered', { number }),
        minutes_of_talks: (number) =>
          number === ''
            ? t('documents:papers.short.title.minutesOfTalks')
            : t('documents:papers.short.title.minutesOfTalksNumbered', { number }),
      },
      spoke: (names) => t('documents:papers.short.spoke', { names }),
    },
    extract: {
      title: {
        minutes: (number) =>
          number === ''
            ? t('documents:papers.extract.title.minutes')
            : t('documents:papers.extract.title.minutesNumbered', { number }),
        minutes_of_talks: (number) =>
          number === ''
            ? t('documents:papers.extract.title.minutesOfTalks')
            : t('documents:papers.extract.title.minutesOfTalksNumbered', { number }),
      },
      for: t('documents:papers.extract.for'),
      noDecision: t('documents:papers.extract.noDecision'),
      certified: t('documents:papers.extract.certified'),
      date: t('documents:papers.extract.date'),
    },
  };
}

function describeNewsWords(t: TFunction): NewsWords {
  return {
    title: t('documents:papers.news.title'),
    dateline: (place, date) => t('documents:papers.news.dateline', { place, date }),
    datelineOfDay: (date) => t('documents:papers.news.datelineOfDay', { date }),
    held: {
      bilateral: (fill) => t('documents:papers.news.held.bilateral', fill),
      conference: (fill) => t('documents:papers.news.held.conference', fill),
      forum: (fill) => t('documents:papers.news.held.forum', fill),
      signing: (fill) => t('documents:papers.news.held.signing', fill),
      preparatory: (fill) => t('documents:papers.news.held.preparatory', fill),
      visit: (fill) => t('documents:papers.news.held.visit', fill),
    },
    format: {
      in_person: t('documents:papers.news.format.inPerson'),
      online: t('documents:papers.news.format.online'),
      hybrid: t('documents:papers.news.format.hybrid'),
    },
    titled: (title) => t('documents:papers.news.titled', { title }),
    heldAs: (title, format) => t('documents:papers.news.heldAs', { title, format }),
    venue: (place) => t('documents:papers.news.venue', { place }),
    remote: (places) => t('documents:papers.news.remote', { places }),
    partOf: (name) => t('documents:papers.news.partOf', { name }),
    framework: (text) => t('documents:papers.news.framework', { text }),
    theme: (text) => t('documents:papers.news.theme', { text }),
    organizers: (count, names) => t('documents:papers.news.organizers', { count, names }),
    total: (count) => t('documents:papers.news.total', { count }),
    side: (name) => t('documents:papers.news.side', { name }),
    people: (count) => t('documents:papers.news.people', { count }),
    representatives: (names) => t('documents:papers.news.representatives', { names }),
    alsoRepresentatives: (names) => t('documents:papers.news.alsoRepresentatives', { names }),
    head: {
      chair: (person) => t('documents:papers.news.head.chair', { person }),
      co_chair: (person) => t('documents:papers.news.head.coChair', { person }),
      head_of_delegation: (person) => t('documents:papers.news.head.headOfDelegation', { person }),
    },
    unnamed: t('documents:papers.news.unnamed'),
    proposal: t('documents:papers.news.proposal'),
    also: (people) => t('documents:papers.news.also', { people }),
    agreed: (count) => t('documents:papers.news.agreed', { count }),
    signed: (count) => t('documents:papers.news.signed', { count }),
    signatories: (names) => t('documents:papers.news.signatories', { names }),
    next: (date) => t('documents:papers.news.next', { date }),
    nextNote: (note) => t('documents:papers.news.nextNote', { note }),
  };
}

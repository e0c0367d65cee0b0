import { ORPCError } from '@orpc/server';
import { stateOf } from '#shared/domain/translations/state.ts';
import { chooseText, languages } from '#shared/domain/language.ts';
import { commitAt } from '../../context.ts';
import { headingColumns } from '../../db/heading-rows.ts';
import { os } from '../../implement.ts';
import { cleanHeading, findHeading, loadHeadings, type StoredHeading, writeHeading } from './headings.ts';
import { readProgress } from './progress.ts';
import { judge, nameOfVerdict } from './settle.ts';
import { listTexts } from './texts.ts';
import { findRevision, findTexts, writeHeadingSource, writeSaid } from './texts-repository.ts';

export const translationsHandlers = {
  headings: os.translations.headings.handler(({ context: { connection }, input, errors }) => {
    const headings = loadHeadings(connection, input.meetingId);
    if (headings === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return headings;
  }),

  saveHeading: os.translations.saveHeading.handler(({ context, input, errors }) => {
    const { connection } = context;
    const { kind, id, language } = input;
    const stored = findHeading(connection, kind, id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: headingColumns[kind].table } });
    const text = cleanHeading(kind, input.text);
    if (text === undefined) throw new ORPCError('BAD_REQUEST', { message: 'too long for a heading' });
    const savedAtMs = context.clock();
    const { text: storedText, revision } = stored.texts[language];
    const isOutdated = stateOf(stored, language) === 'outdated';
    if (storedText === text && (revision !== input.revision || !isOutdated))
      return { revision, savedAtMs, position: 0 };
    if (revision !== input.revision) throw errors.CONFLICT({ data: { revision } });
    const label = labelOf({ ...stored, texts: { ...stored.texts, [language]: { ...stored.texts[language], text } } });
    const { position } = commitAt(context, { name: 'text.heading', label, group: input.group }, (write) => {
      if (writeHeading(connection, write, { kind, id, language }, text)) return;
      // The same words once more say that they are right for the source as it is now.
      writeSaid(write, { kind, id }, language, stored, {
        base_revision: stored.texts[stored.sourceLanguage].revision,
      });
    });
    const saved = findHeading(connection, kind, id)?.texts[language].revision ?? revision;
    return { revision: saved, savedAtMs, position };
  }),

  setHeadingSource: os.translations.setHeadingSource.handler(({ context, input, errors }) => {
    const { connection } = context;
    const { kind, id, language } = input;
    const stored = findHeading(connection, kind, id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: headingColumns[kind].table } });
    if (stored.sourceLanguage === language) return { position: 0 };
    const { position } = commitAt(context, { name: 'text.source', label: labelOf(stored) }, (write) => {
      writeHeadingSource(connection, write, stored, language, context.clock());
    });
    return { position };
  }),

  settle: os.translations.settle.handler(({ context, input, errors }) => {
    const { connection } = context;
    const { meetingId, verdict } = input;
    const stored = findTexts(connection, meetingId, input.texts);
    const places = input.texts.map((place) => {
      const text = stored.get(`${place.kind}/${place.id}`);
      if (text === undefined) throw errors.NOT_FOUND({ data: { kind: place.kind } });
      const { revision } = text.texts[place.language];
      const source = text.texts[text.sourceLanguage].revision;
      if (revision !== place.revision || source !== place.sourceRevision) throw errors.CONFLICT({ data: { revision } });
      return { reference: { kind: place.kind, id: place.id }, language: place.language, ...text };
    });
    const label = places[0] === undefined ? '' : labelOf(places[0]);
    const { position } = commitAt(context, { name: nameOfVerdict[verdict], label }, (write) => {
      const isLocked = write.isLocked('entry', { meeting_id: meetingId });
      for (const place of places) {
        const said = judge({ ...place, isLocked }, verdict);
        if (said !== null) writeSaid(write, place.reference, place.language, place, said);
      }
    });
    return { position };
  }),

  bases: os.translations.bases.handler(({ context: { connection }, input, errors }) => {
    const texts = listTexts(connection, input.meetingId);
    if (texts === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return texts.flatMap((text) =>
      languages
        .filter((language) => stateOf(text, language) === 'outdated')
        .map((language) => {
          const base = text.texts[language].baseRevision ?? 0;
          const kept = findRevision(connection, text.reference, text.sourceLanguage, base);
          // «Behind» is all that is known of some: what they were written against is not what stands there now.
          const baseText = kept === text.texts[text.sourceLanguage].text ? null : (kept ?? null);
          return { ...text.reference, language, baseText };
        }),
    );
  }),

  progress: os.translations.progress.handler(({ context: { connection }, input }) =>
    readProgress(connection, input.meetingIds),
  ),
};

/** The beginning of the source text. */
function labelOf({ texts, sourceLanguage }: Pick<StoredHeading, 'texts' | 'sourceLanguage'>): string {
  const localized = { en: texts.en.text, ru: texts.ru.text, zh: texts.zh.text };
  return chooseText(localized, sourceLanguage).text.slice(0, 60);
}

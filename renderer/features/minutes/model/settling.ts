import type { EntryText } from '#shared/contract/entries.ts';
import type { Heading, TextPlace, Verdict } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import type { SessionCore } from './core.ts';
import { keyOf, translatedOf, withHeadingSource } from './texts-state.ts';

interface Settled extends TextPlace {
  source: TextPlace;
}

/** Says of texts what the verdict says, in one change set; what is typed of them is sent first. */
export function settleTexts(core: SessionCore, places: readonly TextPlace[], verdict: Verdict): void {
  const keys = [...new Set(places.map(keyOf))];
  core.hand(keys);
  const settled = places.flatMap((place) => settledAt(core, place, verdict));
  if (settled.length === 0) return;
  for (const { source, ...place } of settled) {
    core.texts.find(place)?.endStep();
    core.texts.find(source)?.endStep();
    core.texts.show(place, changeOf(verdict, isSame(place, source) ? null : revisionShown(core, source)));
  }
  void core.send({
    records: keys,
    async send() {
      // A saving ahead of it may have been refused: of that text nothing can be said as it stands in its field.
      const sure = settled.filter((text) => ![text, text.source].some((place) => core.texts.find(place)?.isStuck));
      if (sure.length === 0) return null;
      const texts = sure.map(({ source, kind, id, language }) => ({
        kind,
        id,
        language,
        revision: core.texts.revisionOf({ kind, id, language }),
        sourceRevision: core.texts.revisionOf(source),
      }));
      const answer = await core.around.api.translations.settle({ meetingId: core.meetingId, verdict, texts });
      if (!holdsForSource(verdict)) return answer;
      sure.forEach(({ source, ...place }, index) => {
        if (!isSame(place, source)) core.texts.show(place, { baseRevision: texts[index]?.sourceRevision ?? null });
      });
      return answer;
    },
  });
}

export function setHeadingSource(core: SessionCore, heading: Pick<Heading, 'kind' | 'id'>, language: Language): void {
  core.hand([keyOf(heading)]);
  core.change((state) => withHeadingSource(state, heading, language));
  void core.send({
    records: [keyOf(heading)],
    send: () => core.around.api.translations.setHeadingSource({ ...heading, language }),
  });
}

/** None where the verdict cannot be given of the text as it is on screen. */
function settledAt(core: SessionCore, place: TextPlace, verdict: Verdict): Settled[] {
  const { kind, id, language } = place;
  const translated = translatedOf(core.state.get(), place);
  const buffer = core.texts.find(place);
  // Letters that were not taken: too many, refused, in conflict.
  if (translated === undefined || buffer?.isUnsent === true) return [];
  const isBlank = translated.texts[language].text.trim() === '';
  if (isBlank !== (verdict === 'not_needed' || verdict === 'needed')) return [];
  return [{ kind, id, language, source: { kind, id, language: translated.sourceLanguage } }];
}

const isSame = (place: TextPlace, source: TextPlace): boolean => place.language === source.language;
const holdsForSource = (verdict: Verdict): boolean => verdict === 'reviewed' || verdict === 'right';

function revisionShown(core: SessionCore, { language, ...reference }: TextPlace): number {
  return translatedOf(core.state.get(), reference)?.texts[language].revision ?? 0;
}

function changeOf(verdict: Verdict, sourceRevision: number | null): Partial<EntryText> {
  switch (verdict) {
    case 'reviewed':
      return { status: 'reviewed', ...(sourceRevision !== null && { baseRevision: sourceRevision }) };
    case 'draft':
      return { status: 'draft' };
    case 'right':
      return sourceRevision === null ? {} : { baseRevision: sourceRevision };
    case 'not_needed':
      return { isNotNeeded: true };
    case 'needed':
      return { isNotNeeded: undefined };
  }
}

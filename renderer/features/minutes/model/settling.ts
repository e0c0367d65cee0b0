import type { EntryText } from '#shared/contract/entries.ts';
import type { Heading, TextPlace, Verdict } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { stateOf } from '#shared/domain/translations/state.ts';
import type { SessionCore } from './core.ts';
import { keyOf } from './text-kinds.ts';
import { translatedOf, withHeadingSource } from './texts-state.ts';

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
  }
  core.texts.showAll(
    settled.map(({ source, ...place }) => {
      const isMadeRight = makesRight(core, { ...place, source }, verdict);
      const change = { ...said[verdict], ...(isMadeRight && { baseRevision: revisionShown(core, source) }) };
      return { place, change };
    }),
  );
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
      const madeRight = texts.filter((_, index) => sure[index] && makesRight(core, sure[index], verdict));
      const answer = await core.around.api.translations.settle({ meetingId: core.meetingId, verdict, texts });
      core.texts.showAll(
        madeRight.map(({ kind, id, language, sourceRevision }) => ({
          place: { kind, id, language },
          change: { baseRevision: sourceRevision },
        })),
      );
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

const said: Record<Verdict, Partial<EntryText>> = {
  reviewed: { status: 'reviewed' },
  draft: { status: 'draft' },
  right: {},
  not_needed: { isNotNeeded: true },
  needed: { isNotNeeded: undefined },
};

/** Whether the text is right for its source from then on, and was not before as far as the state knows. */
function makesRight(core: SessionCore, { source, ...place }: Settled, verdict: Verdict): boolean {
  const { meeting } = core.state.get();
  const translated = translatedOf(core.state.get(), place);
  if (translated === undefined || place.language === source.language) return false;
  if (verdict === 'right') return stateOf(translated, place.language) === 'outdated';
  const { baseRevision } = translated.texts[place.language];
  // Where nothing was ever said of its source it counts as right, and in agreed minutes it is left at that.
  const isUnsaid = baseRevision === null && isLocked(meeting.status);
  return verdict === 'reviewed' && baseRevision !== revisionShown(core, source) && !isUnsaid;
}

function revisionShown(core: SessionCore, { language, ...reference }: TextPlace): number {
  return translatedOf(core.state.get(), reference)?.texts[language].revision ?? 0;
}

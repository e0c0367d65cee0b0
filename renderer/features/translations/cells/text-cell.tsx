import { Ban, Check, Undo2 } from 'lucide-react';
import { memo, type ReactElement, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextPlace } from '#shared/contract/translations.ts';
import { cleanLine } from '#shared/domain/clean-text.ts';
import { type Language, languages, languageTags } from '#shared/domain/language.ts';
import { isComposing } from '../../../app/composition.ts';
import { ownUndoAttribute } from '../../../app/shortcuts.ts';
import { useStore, useStorePart } from '../../../app/store.ts';
import { ChoiceMenu } from '../../../ui/choice-menu.tsx';
import fieldStyles from '../../../ui/field.module.css';
import { Conflict, isOfParagraphs } from '../../minutes/index.ts';
import { useReview } from '../context.ts';
import { type Facts, factsNow, factsOf, noFacts } from '../model/facts.ts';
import { type Line, translatedOf } from '../model/lines.ts';
import { pressCellKey } from './cell-keys.ts';
import styles from './cells.module.css';
import { MarkSign } from './mark.tsx';
import { Outdated } from './outdated.tsx';
import { focusText, textMark } from './places.ts';

export interface TextCellProps {
  line: Line;
  language: Language;
  /** Of the line, e.g. «Decision 3.1». */
  name: string;
}

/**
 * One text. Uncontrolled: a keystroke goes into the text buffer and draws nothing; the element stays the same for as
 * long as the line is on screen.
 */
export const TextCell = memo(function TextCell({ line, language, name }: TextCellProps) {
  const { review, words, isReadOnly } = useReview();
  const { kind, id } = line.reference;
  const place: TextPlace = { kind, id, language };
  const buffer = review.buffer(place);
  const { isBlank, isTooLong, conflict } = useStore(buffer.state);
  const saved = useStorePart(review.session.state, (state) => {
    const translated = translatedOf(state, line.reference);
    return translated === undefined ? noFacts : factsOf(translated, language);
  });
  const facts = factsNow(saved, isBlank);
  const attach = useCallback((element: HTMLTextAreaElement | null) => buffer.attach(element), [buffer]);
  const field = words.fieldName(name, language);
  const stateId = `state-${kind}-${id}-${language}`;

  return (
    <div
      role="cell"
      className={styles.cell}
      data-mark={facts.mark}
      data-language={language}
      data-source={facts.isSource || undefined}
      onMouseDown={(event) => {
        // The room below a short text belongs to it.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        focusText(review, place);
      }}
    >
      <Caption place={place} facts={facts} field={field} stateId={stateId} line={line} name={name} />
      <textarea
        ref={attach}
        className={styles.area}
        rows={1}
        readOnly={isReadOnly}
        lang={languageTags[language]}
        aria-label={field}
        aria-describedby={stateId}
        aria-invalid={isTooLong}
        spellCheck={false}
        defaultValue={buffer.text()}
        {...textMark(place)}
        {...{ [ownUndoAttribute]: true }}
        onFocus={() => review.enter(place)}
        onInput={({ currentTarget }) => {
          if (!isOfParagraphs[kind] && !isComposing()) keepOneLine(currentTarget);
          buffer.input(currentTarget.value);
        }}
        onBlur={() => void buffer.flush()}
        onKeyDown={(event) => pressCellKey(event, review, place)}
      />
      {isTooLong && <TooLong />}
      {conflict && <Conflict text={conflict.text} language={language} buffer={buffer} />}
      {facts.mark === 'outdated' && <Outdated place={place} field={field} />}
    </div>
  );
});

/** Line breaks that were pasted become spaces; the caret stays behind the letter where it was. */
function keepOneLine(area: HTMLTextAreaElement): void {
  if (!/[\r\n]/u.test(area.value)) return;
  const caret = cleanLine(area.value.slice(0, area.selectionEnd)).length;
  area.value = cleanLine(area.value);
  area.setSelectionRange(caret, caret);
}

interface CaptionProps {
  place: TextPlace;
  facts: Facts;
  field: string;
  stateId: string;
  line: Line;
  name: string;
}

/** How the text stands, and what can be said of it. The keys do the same, so that Tab goes from text to text. */
function Caption({ place, facts, field, stateId, line, name }: CaptionProps): ReactElement {
  const { words, actions, isReadOnly } = useReview();
  const { mark, isSource } = facts;
  const isBlank = mark === 'missing' || mark === 'not_needed';
  return (
    <div className={styles.caption}>
      <span className={styles.code} aria-hidden>
        {place.language.toUpperCase()}
      </span>
      <span id={stateId} className={styles.state}>
        <MarkSign mark={mark} />
        <span>{words.marks[mark]}</span>
      </span>
      {isSource && <SourceChip line={line} name={name} language={place.language} />}
      {isBlank && !isReadOnly && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.say}
          title={mark === 'missing' ? words.notNeeded : words.needed}
          aria-label={mark === 'missing' ? words.notNeededOf(field) : words.neededOf(field)}
          onClick={() => actions.toggleNotNeeded(place)}
        >
          {mark === 'missing' ? <Ban aria-hidden /> : <Undo2 aria-hidden />}
        </button>
      )}
      {!isBlank && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.say}
          title={mark === 'reviewed' ? words.draft : words.review}
          aria-label={mark === 'reviewed' ? words.draftOf(field) : words.reviewOf(field)}
          onClick={() => actions.toggleReviewed(place)}
        >
          {mark === 'reviewed' ? <Undo2 aria-hidden /> : <Check aria-hidden />}
        </button>
      )}
    </div>
  );
}

/** The others are translations of this one; another language that has a text can take its part. */
function SourceChip({ line, name, language }: { line: Line; name: string; language: Language }): ReactElement {
  const { review, words, isReadOnly } = useReview();
  const filled = useStorePart(review.session.state, (state) => filledCodes(translatedOf(state, line.reference)?.texts));
  const others = languages.filter((one) => one === language || filled.includes(one));
  if (isReadOnly || others.length < 2) return <span className={styles.chip}>{words.source}</span>;
  return (
    <span className={styles.chipMenu}>
      <ChoiceMenu
        label={words.sourceOf(name, language)}
        value={language}
        choices={others.map((one) => ({ id: one, label: words.languages[one] }))}
        onChoose={(one) => review.session.setSource(line.reference, one)}
      >
        {words.source}
      </ChoiceMenu>
    </span>
  );
}

/** One value for one set of languages, so that nothing is drawn while the set stays. */
const filledCodes = (texts: Record<Language, { text: string }> | undefined): string =>
  languages.filter((language) => texts !== undefined && texts[language].text.trim() !== '').join(' ');

function TooLong(): ReactElement {
  const { t } = useTranslation('common');
  return (
    <p className={fieldStyles.error} role="alert">
      {t('field.tooLong')}
    </p>
  );
}

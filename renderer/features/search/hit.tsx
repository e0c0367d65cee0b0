import { Fragment, type ReactElement, useId } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MatchReason, SearchHit } from '#shared/contract/search.ts';
import { chooseText, guessLanguage, languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { ReadOut } from '../../ui/badge.tsx';
import { hitHref, hitRegisterHref } from './hit-href.ts';
import { type Excerpt, excerpts, queryWords } from './match.ts';
import styles from './search-page.module.css';

const languageKeys = { en: 'common:languages.en', ru: 'common:languages.ru', zh: 'common:languages.zh' } as const;

/** A record that was found: its text with the place of the words, in which language that is, what it belongs to, and why. */
export function Hit({ hit }: { hit: SearchHit }): ReactElement {
  const { t } = useTranslation('search');
  const language = useUiLanguage();
  const id = useId();
  const register = hitRegisterHref(hit);
  const [main, other] = excerpts(hit.label, queryWords(hit.matchedOn.query), language);
  return (
    <>
      <span className={styles.line}>
        {main && <Chip language={main.language} />}
        <Link id={id} href={hitHref(hit)}>
          {main ? <Words excerpt={main} /> : t('unnamed')}
        </Link>
      </span>
      {other && (
        <span className={styles.line}>
          <Chip language={other.language} />
          <Words excerpt={other} />
        </span>
      )}
      <Detail hit={hit} />
      {register !== null && (
        <Link href={register} className={styles.register} aria-describedby={id}>
          {t('inRegister')}
        </Link>
      )}
      <Why matchedOn={hit.matchedOn} />
    </>
  );
}

function Chip({ language }: { language: Excerpt['language'] }): ReactElement {
  const { t } = useTranslation(['search', 'common']);
  return (
    <span className={styles.chip} title={t(languageKeys[language])}>
      <span aria-hidden>{language.toUpperCase()}</span>
      <ReadOut>{t(languageKeys[language])}</ReadOut>
    </span>
  );
}

function Words({ excerpt }: { excerpt: Excerpt }): ReactElement {
  return (
    <span lang={languageTags[excerpt.language]}>
      {excerpt.pieces.map((piece, index) =>
        piece.isMatch ? <mark key={index}>{piece.text}</mark> : <Fragment key={index}>{piece.text}</Fragment>,
      )}
    </span>
  );
}

/** A person's organisation, an organisation's town, a meeting's day, the meeting of an entry. */
function Detail({ hit }: { hit: SearchHit }): ReactElement | null {
  const format = useFormat();
  const chosen = chooseText(hit.detail, useUiLanguage());
  if (chosen.text === '') return null;
  if (hit.kind === 'meeting') return <span className={styles.detail}>{format.date(chosen.text)}</span>;
  return (
    <span className={styles.detail} lang={languageTags[chosen.language]}>
      {chosen.text}
    </span>
  );
}

const reasonKeys = {
  name: null,
  abbreviation: 'why.abbreviation',
  alias: 'why.alias',
  detail: 'why.detail',
  other_script: 'why.otherScript',
  word_form: 'why.wordForm',
  typo: 'why.typo',
  keyboard_layout: 'why.keyboardLayout',
} as const satisfies Record<MatchReason, string | null>;

/** Says where the words were found when the name does not show it by itself. */
function Why({ matchedOn }: { matchedOn: SearchHit['matchedOn'] }): ReactElement | null {
  const { t } = useTranslation('search');
  const key = reasonKeys[matchedOn.reason];
  if (key === null) return null;
  const text = matchedOn.text === '' ? matchedOn.query : matchedOn.text;
  return (
    <span className={styles.why}>
      {t(key, { query: matchedOn.query })} <span lang={languageTags[guessLanguage(text)]}>{text}</span>
    </span>
  );
}

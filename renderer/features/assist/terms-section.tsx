import { Ban, Check, CircleDashed, CornerDownLeft, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages, languageTags } from '#shared/domain/language.ts';
import { describeError } from '../../app/errors.ts';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { nameOf, termsOf } from '../glossary/index.ts';
import { AddTerm } from './add-term.tsx';
import styles from './assist.module.css';
import { insertTerm } from './insert-term.ts';
import type { Target } from './target.ts';
import { type FoundConcept, type TermUse, readUse } from './term-use.ts';
import { useMarks } from './use-marks.ts';
import type { Workbench } from './workbench.ts';

export interface SectionProps {
  workbench: Workbench;
  target: Target;
}

/** The concepts whose term stands in the source, with what to write for them. */
export function TermsSection({ workbench, target }: SectionProps): ReactElement {
  const { t } = useTranslation(['assist', 'common']);
  const { found, error } = useMarks(workbench, target);
  return (
    <>
      {error !== null && <p className={styles.note}>{describeError(error)}</p>}
      {found === undefined && error === null && <p className={styles.note}>{t('common:loading')}</p>}
      {found?.length === 0 && <p className={styles.note}>{t('assist:terms.none')}</p>}
      {found && found.length > 0 && (
        <ul className={styles.list}>
          {found.map((one) => (
            <li key={one.concept.id} className={styles.item}>
              <Concept workbench={workbench} target={target} found={one} />
            </li>
          ))}
        </ul>
      )}
      <AddTerm />
    </>
  );
}

interface ConceptProps extends SectionProps {
  found: FoundConcept;
}

function Concept({ workbench, target, found }: ConceptProps): ReactElement {
  const { t } = useTranslation('assist');
  const { concept } = found;
  const { source, place, isSource, text } = target;
  const name = { ...nameOf(concept) };
  const others = languages.filter((language) => language !== source);
  const hasDefinition = languages.some((language) => concept.definition[language] !== '');
  const hasArea = languages.some((language) => concept.area[language] !== '');
  return (
    <>
      <div className={styles.head}>
        <Link href={`/registers/glossary/${concept.id}`} className={styles.sourceTerm}>
          <FallbackText value={name} empty={t('terms.unnamed')} wanted={source} />
        </Link>
        {hasArea && (
          <span className={styles.aside}>
            <FallbackText value={concept.area} />
          </span>
        )}
        {!isSource && <Use use={readUse(found, place.language, text)} />}
      </div>
      {(isSource ? others : [place.language]).map((language) => (
        <Terms
          key={language}
          found={found}
          language={language}
          isNamed={isSource}
          onInsert={isSource || workbench.isReadOnly ? null : (term) => insertTerm(workbench, place, term)}
        />
      ))}
      {hasDefinition && (
        <p className={styles.definition}>
          <FallbackText value={concept.definition} />
        </p>
      )}
    </>
  );
}

const uses = {
  used: { key: 'terms.used', tone: 'good', icon: <Check aria-hidden size={14} /> },
  missing: { key: 'terms.missing', tone: 'warning', icon: <CircleDashed aria-hidden size={14} /> },
  forbidden: { key: 'terms.forbiddenUsed', tone: 'bad', icon: <TriangleAlert aria-hidden size={14} /> },
  none: null,
  'no-term': null,
} as const satisfies Record<TermUse, { key: string; tone: NonNullable<BadgeProps['tone']>; icon: ReactElement } | null>;

function Use({ use }: { use: TermUse }): ReactElement | null {
  const { t } = useTranslation('assist');
  const shown = uses[use];
  return (
    shown && (
      <Badge tone={shown.tone}>
        {shown.icon}
        {t(shown.key)}
      </Badge>
    )
  );
}

interface TermsProps {
  found: FoundConcept;
  language: Language;
  /** Says which language it is: there are several. */
  isNamed: boolean;
  /** null where nothing can be inserted. */
  onInsert: ((term: string) => void) | null;
}

/** What to write in one language, what may be written, what not. */
function Terms({ found: { concept }, language, isNamed, onInsert }: TermsProps): ReactElement {
  const { t } = useTranslation('assist');
  const names = useLanguageNames();
  const preferred = termsOf(concept, language, 'preferred');
  const allowed = termsOf(concept, language, 'allowed');
  const forbidden = termsOf(concept, language, 'forbidden');
  const lang = languageTags[language];
  const insert = (term: string, isFirst: boolean) =>
    onInsert && (
      <IconButton
        label={t('terms.insert', { term })}
        icon={<CornerDownLeft aria-hidden />}
        {...(isFirst && { command: 'review.term' as const })}
        onPress={() => onInsert(term)}
      />
    );
  return (
    <ul className={styles.terms} aria-label={names[language]}>
      {isNamed && <li className={styles.language}>{names[language]}</li>}
      {preferred.map((term, index) => (
        <li key={`preferred ${term}`} className={styles.term}>
          <span className={styles.preferred} lang={lang}>
            {term}
          </span>
          {insert(term, index === 0)}
        </li>
      ))}
      {allowed.map((term) => (
        <li key={`allowed ${term}`} className={styles.term}>
          <span lang={lang}>{term}</span>
          <span className={styles.aside}>{t('terms.allowed')}</span>
          {insert(term, false)}
        </li>
      ))}
      {forbidden.map((term) => (
        <li key={`forbidden ${term}`} className={styles.term}>
          <del lang={lang} className={styles.forbidden}>
            {term}
          </del>
          <span className={styles.warning}>
            <Ban aria-hidden size={14} />
            {t('terms.doNotUse')}
          </span>
        </li>
      ))}
      {preferred.length + allowed.length === 0 && (
        <li className={styles.note}>{t('terms.noTerm', { language: names[language] })}</li>
      )}
    </ul>
  );
}

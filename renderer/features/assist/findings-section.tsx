import { Check, RefreshCw, Undo2 } from 'lucide-react';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inconsistency } from '#shared/contract/consistency.ts';
import { languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import styles from './assist.module.css';
import { findingKey, type FindingGroup, groupFindings } from './finding-groups.ts';
import { findingKeys, quotedLanguage } from './finding-words.ts';
import type { Findings } from './use-findings.ts';
import type { Workbench } from './workbench.ts';

export interface FindingsSectionProps {
  workbench: Workbench;
  findings: Findings;
}

/** What differs between the texts of the meeting, row by row, with a way to each of them. */
export function FindingsSection({ workbench, findings }: FindingsSectionProps): ReactElement {
  const { t } = useTranslation('assist');
  const format = useFormat();
  const section = useRef<HTMLDivElement>(null);
  const { all, isChecking, check } = findings;
  const open = all?.filter(({ isAccepted }) => !isAccepted) ?? [];
  const accepted = all?.filter(({ isAccepted }) => isAccepted) ?? [];

  const judge = async (finding: Inconsistency, isAccepted: boolean) => {
    const buttons = () => [...(section.current?.querySelectorAll<HTMLElement>('[data-verdict]') ?? [])];
    const index = buttons().findIndex((button) => button.contains(document.activeElement));
    await findings.accept(finding, isAccepted);
    if (index === -1) return;
    // The button goes with its finding; the keyboard goes on at the next one.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const left = buttons();
      (left[Math.min(index, left.length - 1)]?.querySelector('button') ?? section.current)?.focus();
    });
  };
  return (
    <div ref={section} className={styles.findings} data-findings tabIndex={-1}>
      <div className={styles.head}>
        <p role="status" className={styles.note}>
          {isChecking && all === null && t('findings.checking')}
          {all !== null &&
            (open.length === 0
              ? t('findings.none')
              : t('findings.count', { count: open.length, formatted: format.number(open.length) }))}
        </p>
        <Button isForReading isDisabled={isChecking} onPress={check}>
          <RefreshCw aria-hidden />
          {t('findings.check')}
        </Button>
      </div>
      <Groups workbench={workbench} groups={groupFindings(open)} onJudge={(finding) => void judge(finding, true)} />
      {accepted.length > 0 && (
        <details>
          <summary className={styles.summary}>
            {t('findings.accepted', { count: accepted.length, formatted: format.number(accepted.length) })}
          </summary>
          <Groups
            workbench={workbench}
            groups={groupFindings(accepted)}
            onJudge={(finding) => void judge(finding, false)}
          />
        </details>
      )}
    </div>
  );
}

interface GroupsProps {
  workbench: Workbench;
  groups: readonly FindingGroup[];
  onJudge: (finding: Inconsistency) => void;
}

function Groups({ workbench, groups, onJudge }: GroupsProps): ReactElement | null {
  if (groups.length === 0) return null;
  return (
    <ul className={styles.list}>
      {groups.map(({ reference, findings }) => (
        <li key={`${reference.kind}/${reference.id}`} className={styles.item}>
          <h3 className={styles.line}>{workbench.nameOf(reference)}</h3>
          <ul className={styles.list}>
            {findings.map((finding) => (
              <li key={findingKey(finding)} className={styles.finding}>
                <Finding workbench={workbench} finding={finding} onJudge={() => onJudge(finding)} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface FindingProps {
  workbench: Workbench;
  finding: Inconsistency;
  onJudge: () => void;
}

function Finding({ workbench, finding, onJudge }: FindingProps): ReactElement {
  const { t } = useTranslation('assist');
  const { t: common } = useTranslation('common');
  const names = useLanguageNames();
  const { place, code, detail, expected, range, isAccepted } = finding;
  const { kind, id, language } = place;
  const quoted = languageTags[quotedLanguage(finding, workbench.sourceLanguageOf({ kind, id }))];
  const text = common('languages.fieldIn', { field: workbench.nameOf({ kind, id }), language: names[language] });
  const keys = findingKeys[code];
  return (
    <>
      <p className={styles.language}>{names[language]}</p>
      <p>
        <Quoting sentence={t(range === null ? keys.absent : keys.here, { detail: slot })}>
          <span lang={quoted} className={styles.quoted}>
            {detail}
          </span>
        </Quoting>
      </p>
      {expected !== null && (
        <p className={styles.aside}>
          <Quoting sentence={t('finding.expected', { expected: slot })}>
            <span lang={languageTags[language]} className={styles.quoted}>
              {expected}
            </span>
          </Quoting>
        </p>
      )}
      <div className={styles.buttons}>
        <Button aria-label={t('findings.showOf', { text })} isForReading onPress={() => workbench.jump(place, range)}>
          {t('findings.show')}
        </Button>
        <span data-verdict>
          <Button
            kind="quiet"
            isForReading
            aria-label={isAccepted ? t('findings.wrongOf', { text }) : t('findings.rightOf', { text })}
            onPress={onJudge}
          >
            {isAccepted ? <Undo2 aria-hidden /> : <Check aria-hidden />}
            {isAccepted ? t('findings.wrong') : t('findings.right')}
          </Button>
        </span>
      </div>
    </>
  );
}

/** Stands in a sentence where its quotation goes: no sentence has it otherwise. */
const slot = '\u{E000}';

/** A sentence with a quotation in it, which is in a language of its own. */
function Quoting({ sentence, children }: { sentence: string; children: ReactElement }): ReactElement {
  const [before, after] = sentence.split(slot);
  return (
    <>
      {before}
      {after !== undefined && (
        <>
          {children}
          {after}
        </>
      )}
    </>
  );
}

import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { ReadOut } from '../../ui/badge.tsx';
import styles from './assist.module.css';
import { FindingsSection } from './findings-section.tsx';
import { Fold } from './fold.tsx';
import { ConcordanceSearch } from './concordance-search.tsx';
import { MemorySection } from './memory-section.tsx';
import { useTarget } from './target.ts';
import { TermsSection } from './terms-section.tsx';
import { useFindings } from './use-findings.ts';
import { useTermCommand } from './use-marks.ts';
import { useMatchCommand } from './use-suggestions.ts';
import type { Workbench } from './workbench.ts';

/** What is folded stays so while the secretary goes from meeting to meeting. */
const remembered = { terms: true, memory: true, findings: false };
type Part = keyof typeof remembered;

/** Beside the grid: terms, memory and findings for the text where the caret is. */
export function AssistPane({ workbench }: { workbench: Workbench }): ReactElement {
  const { t } = useTranslation('assist');
  const format = useFormat();
  const target = useTarget(workbench);
  const [open, setOpen] = useState({ ...remembered });
  const [said, setSaid] = useState('');
  const toggle = (part: Part) => (isOpen: boolean) => {
    remembered[part] = isOpen;
    setOpen({ ...remembered });
  };
  useTermCommand(workbench, (term) => setSaid(t('terms.inserted', { term })));
  useMatchCommand(workbench, () => setSaid(t('memory.taken')));
  const findings = useFindings(workbench.meetingId, open.findings);
  const openFindings = findings.all?.filter(({ isAccepted }) => !isAccepted).length;

  const pane = useRef<HTMLElement>(null);
  const { check } = findings;
  useEffect(
    () =>
      workbench.checks.subscribe(() => {
        // A section that unfolds checks by itself.
        if (remembered.findings) check();
        remembered.findings = true;
        setOpen({ ...remembered });
        requestAnimationFrame(() => pane.current?.querySelector<HTMLElement>('[data-findings]')?.focus());
      }),
    [workbench, check],
  );

  return (
    <section ref={pane} className={styles.pane} data-pane="assist" tabIndex={-1} aria-label={t('pane')}>
      <div role="status">
        <ReadOut>{said}</ReadOut>
      </div>
      <Fold title={t('terms.title')} count={null} isOpen={open.terms} onToggle={toggle('terms')}>
        {target ? <TermsSection workbench={workbench} target={target} /> : <p className={styles.note}>{t('start')}</p>}
      </Fold>
      <Fold title={t('memory.title')} count={null} isOpen={open.memory} onToggle={toggle('memory')}>
        {target ? <MemorySection workbench={workbench} target={target} /> : <p className={styles.note}>{t('start')}</p>}
        <ConcordanceSearch language={target?.place.language ?? null} />
      </Fold>
      <Fold
        title={t('findings.title')}
        count={open.findings && openFindings !== undefined ? format.number(openFindings) : null}
        isOpen={open.findings}
        onToggle={toggle('findings')}
      >
        <FindingsSection workbench={workbench} findings={findings} />
      </Fold>
    </section>
  );
}

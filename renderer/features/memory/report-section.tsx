import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TmxReport } from '#shared/contract/memory.ts';
import { languages } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Facts } from '../../ui/section.tsx';
import styles from './memory.module.css';

/** What of a TMX file is taken, and what is left out and why, in words. */
export function ReportSection({ report }: { report: TmxReport }): ReactElement {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const names = useLanguageNames();
  const { units, known, single, doubled, others, marks, tool } = report;
  const remarks = [
    known > 0 && t('report.known', { count: known, formatted: format.number(known) }),
    single > 0 && t('report.single', { count: single, formatted: format.number(single) }),
    doubled > 0 && t('report.doubled', { count: doubled, formatted: format.number(doubled) }),
    others.length > 0 &&
      t('report.others', {
        languages: format.list(
          others.map(({ language, texts }) =>
            t('report.other', {
              language: describeTag(language, (tag) => format.language(tag)),
              formatted: format.number(texts),
              count: texts,
            }),
          ),
        ),
      }),
    marks > 0 && t('report.marks', { count: marks, formatted: format.number(marks) }),
  ].filter((remark) => remark !== false);
  return (
    <>
      <Facts
        facts={[
          { term: t('report.units'), value: format.number(units) },
          ...languages.map((language) => ({ term: names[language], value: format.number(report.languages[language]) })),
          ...(tool === '' ? [] : [{ term: t('report.tool'), value: <span translate="no">{tool}</span> }]),
        ]}
      />
      {remarks.length > 0 && (
        <ul className={styles.report}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** «Chinese (Taiwan), zh-TW»; a tag that is none, as it is. */
function describeTag(tag: string, name: (tag: string) => string): string {
  try {
    const words = name(tag);
    return words === tag ? tag : `${words}, ${tag}`;
  } catch {
    return tag;
  }
}

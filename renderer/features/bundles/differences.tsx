import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleDifference, ShownValue } from '#shared/contract/bundles.ts';
import { emptyText, filledLanguages, languages, languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { meetingStatusKeys } from '../../app/record-words.ts';
import { ReadOut } from '../../ui/badge.tsx';
import styles from './bundles.module.css';
import { fieldKeys, listKeys } from './words.ts';

type FieldDifference = Extract<BundleDifference, { kind: 'field' }>;
type ListDifference = Extract<BundleDifference, { kind: 'list' }>;

/** How a meeting of the bundle differs from the one here: what stands here beside what stands in the bundle. */
export function Differences({
  label,
  differences,
}: {
  label: string;
  differences: readonly BundleDifference[];
}): ReactElement {
  const { t } = useTranslation('bundles');
  return (
    <div className={styles.scrolled}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('differ.what')}</th>
            <th scope="col">{t('differ.here')}</th>
            <th scope="col">{t('differ.inBundle')}</th>
          </tr>
        </thead>
        {differences.map((difference) =>
          difference.kind === 'field' ? (
            <tbody key={difference.field}>
              <FieldRow difference={difference} />
            </tbody>
          ) : (
            <tbody key={difference.list}>
              <ListRows difference={difference} />
            </tbody>
          ),
        )}
      </table>
    </div>
  );
}

function FieldRow({ difference: { field, here, inBundle } }: { difference: FieldDifference }): ReactElement {
  const { t } = useTranslation('bundles');
  const write = useFieldWriter(field);
  const isVague = write(here) === write(inBundle);
  return (
    <tr>
      <th scope="row">{t(fieldKeys[field])}</th>
      {field === 'other' ? (
        <td colSpan={2} className={styles.muted}>
          {t('differ.otherDetails')}
        </td>
      ) : (
        <>
          <td>
            <Value value={here} write={write} />
          </td>
          <td>
            <Value value={inBundle} write={write} />
            {isVague && <Muted>{t('differ.alike')}</Muted>}
          </td>
        </>
      )}
    </tr>
  );
}

/** How the plain values of a field are written. */
function useFieldWriter(field: FieldDifference['field']): (value: ShownValue) => string {
  const { t } = useTranslation(['meetings']);
  const format = useFormat();
  return (value) => {
    if (typeof value !== 'string') return languages.map((language) => value[language]).join('\n');
    if (value === '') return '';
    if (field === 'date' || field === 'next_meeting') return format.date(value);
    if (field === 'status' && Object.hasOwn(meetingStatusKeys, value)) {
      return t(meetingStatusKeys[value as keyof typeof meetingStatusKeys]);
    }
    return value;
  };
}

function ListRows({ difference }: { difference: ListDifference }): ReactElement {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const { list, onlyInBundle, onlyHere, changed, examples } = difference;
  const counts = [
    changed > 0 && t('differ.changed', { count: changed, formatted: format.number(changed) }),
    onlyInBundle > 0 && t('differ.onlyInBundle', { count: onlyInBundle, formatted: format.number(onlyInBundle) }),
    onlyHere > 0 && t('differ.onlyHere', { count: onlyHere, formatted: format.number(onlyHere) }),
  ].filter((words) => words !== false);
  const shown = examples.filter((example) => !isBlank(example.here) || !isBlank(example.inBundle));
  const more = onlyInBundle + onlyHere + changed - shown.length;
  const write = (value: ShownValue): string =>
    typeof value !== 'string' ? '' : list === 'versions' ? t('differ.version', { number: value }) : value;
  const rows = [
    ...shown.map((example, index) => <ExampleCells key={index} example={example} write={write} />),
    ...(more > 0
      ? [
          <td key="more" colSpan={2} className={styles.muted}>
            {shown.length > 0 && t('differ.more', { count: more, formatted: format.number(more) })}
          </td>,
        ]
      : []),
  ];
  return (
    <>
      {rows.map((cells, index) => (
        <tr key={index}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={rows.length}>
              {t(listKeys[list])}
              <Muted>{counts.join(' · ')}</Muted>
            </th>
          )}
          {cells}
        </tr>
      ))}
    </>
  );
}

const isBlank = (value: ShownValue | null): boolean =>
  value === null || (typeof value === 'string' ? value === '' : filledLanguages(value).length === 0);

type Example = ListDifference['examples'][number];

function ExampleCells({ example, write }: { example: Example; write: (value: ShownValue) => string }): ReactElement {
  const { t } = useTranslation('bundles');
  const isAlike = example.fate === 'changed' && JSON.stringify(example.here) === JSON.stringify(example.inBundle);
  const { here, inBundle } = isAlike ? example : withoutAlike(example);
  return (
    <>
      <td>{here === null ? <Nothing /> : <Value value={here} write={write} />}</td>
      <td>
        {inBundle === null ? <Nothing /> : <Value value={inBundle} write={write} />}
        {isAlike && <Muted>{t('differ.alike')}</Muted>}
      </td>
    </>
  );
}

/** Of a text that is changed, the languages in which it is. */
function withoutAlike({ here, inBundle }: Example): Pick<Example, 'here' | 'inBundle'> {
  if (here === null || inBundle === null || typeof here === 'string' || typeof inBundle === 'string') {
    return { here, inBundle };
  }
  const [one, other] = [emptyText(), emptyText()];
  for (const language of languages) {
    if (here[language] === inBundle[language]) continue;
    one[language] = here[language];
    other[language] = inBundle[language];
  }
  return { here: one, inBundle: other };
}

/** A text in all its languages, each on a line of its own. */
function Value({ value, write }: { value: ShownValue; write: (value: ShownValue) => string }): ReactElement {
  if (isBlank(value)) return <Nothing />;
  if (typeof value === 'string') return <>{write(value)}</>;
  return (
    <>
      {filledLanguages(value).map((language) => (
        <span key={language} className={styles.text} lang={languageTags[language]}>
          {value[language]}
        </span>
      ))}
    </>
  );
}

function Nothing(): ReactElement {
  const { t } = useTranslation('bundles');
  return (
    <Fragment>
      <span aria-hidden>—</span>
      <ReadOut>{t('differ.nothing')}</ReadOut>
    </Fragment>
  );
}

const Muted = ({ children }: { children: ReactNode }): ReactElement => (
  <span className={`${styles.muted} ${styles.text}`}>{children}</span>
);

import { EllipsisVertical } from 'lucide-react';
import { memo, type ReactElement, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '#shared/contract/attendance.ts';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../../app/format.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { ReadOut } from '../../../ui/badge.tsx';
import { attendanceName, roleKeys } from '../../meetings/index.ts';
import styles from './people.module.css';
import { usePeopleWords } from './words.ts';

/** Roles that everybody has, or that say nothing here. */
const plainRoles = new Set<string>(['participant', 'guest', 'speaker']);

export interface PersonRowProps {
  row: Attendance;
  /** Place in the pane, 0-based. */
  index: number;
  /** 1…9, null behind them. */
  number: number | null;
  /** Distance from the top of the list, in px. */
  top: number;
  /** The row that has the focus, or will have it when one comes in with Tab. */
  isActive: boolean;
  /** Was just checked in. */
  isMarked: boolean;
  measure: Ref<HTMLDivElement>;
  onFocus: (id: string) => void;
  onToggle: (row: Attendance) => void;
  onMenu: (row: Attendance, place: HTMLElement) => void;
}

/** One participant in the People pane: number, name, organisation, presence in words. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps): ReactElement {
  const { row, index, number, top, isActive, isMarked, measure, onFocus, onToggle, onMenu } = props;
  const { t } = useTranslation(['live', 'common', 'meetings']);
  const language = useUiLanguage();
  const format = useFormat();
  const words = usePeopleWords();
  const presence = words.presenceOf(row);
  const name = attendanceName(row, language);
  const shownName = name.text || t('common:unnamed');
  const organization = chooseText(row.organization, language);
  const roles = row.roles.filter((role) => !plainRoles.has(role)).map((role) => t(roleKeys[role], { ns: 'meetings' }));
  const hasOrganization = organization.text !== '' && organization.text !== name.text;
  const hasOffice = hasOrganization || roles.length > 0;
  const Icon = presence.icon;
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 1}
      data-index={index}
      data-marked={isMarked || undefined}
      tabIndex={isActive ? 0 : -1}
      className={styles.person}
      style={{ transform: `translateY(${String(top)}px)` }}
      onFocus={() => onFocus(row.id)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(row, event.currentTarget.querySelector<HTMLElement>('[data-menu]') ?? event.currentTarget);
      }}
    >
      <div role="gridcell" className={styles.number}>
        {number}
      </div>
      <div className={styles.top}>
        <div role="rowheader" className={styles.who}>
          <span className={styles.name} lang={languageTags[name.language]}>
            {shownName}
          </span>
          {row.headCount !== null && (
            <span className={styles.heads}> {t('meetings:participants.people', { count: row.headCount })}</span>
          )}
        </div>
        <div role="gridcell">
          <button
            type="button"
            tabIndex={-1}
            className={styles.presence}
            data-tone={presence.tone}
            onClick={() => onToggle(row)}
          >
            <Icon aria-hidden />
            {presence.text}
            <ReadOut>{t('live:people.toggle', { name: shownName })}</ReadOut>
          </button>
        </div>
      </div>
      <div role="gridcell">
        <button
          type="button"
          tabIndex={-1}
          data-menu
          aria-haspopup="menu"
          aria-label={t('live:people.menuOf', { name: shownName })}
          className={styles.more}
          onClick={(event) => onMenu(row, event.currentTarget)}
        >
          <EllipsisVertical aria-hidden />
        </button>
      </div>
      {hasOffice && (
        <div role="gridcell" className={styles.office}>
          {roles.length > 0 && <span className={styles.roles}>{format.list(roles)}</span>}
          {hasOrganization && (
            <span lang={languageTags[organization.language]} className={styles.organization}>
              {organization.text}
            </span>
          )}
        </div>
      )}
    </div>
  );
});

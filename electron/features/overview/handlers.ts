import type { ActionListItem, dueGroups } from '#shared/contract/actions.ts';
import type { AgreementListItem } from '#shared/contract/agreements.ts';
import type { Backups } from '../../db/backups/backups.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import { everyAction, listActionPage } from '../actions/index.ts';
import { listAgreementPage } from '../agreements/index.ts';
import { listWaiting } from './repository.ts';

export const overviewHandlers = {
  get: os.overview.get.handler(async ({ context: { connection, backups, clock }, input: { today, most } }) => {
    const overdue = await listDue(connection, 'overdue', today, most);
    const dueSoon = await listDue(connection, 'soon', today, most);
    const wanted = {
      ...everyAction,
      today,
      statuses: ['open' as const, 'in_progress' as const],
      grouping: 'due' as const,
    };
    const { shown: open } = await listActionPage(connection, { ...wanted, limit: 1 });
    return {
      overdue,
      dueSoon,
      otherOpen: open - overdue.count - dueSoon.count,
      waitingForAgreement: listWaiting(connection),
      expiring: await listExpiring(connection, today, most),
      lastBackupAtMs: await findLastBackup(backups, clock()),
    };
  }),
};

/** When the last backup was made; of one that comes from a clock that went ahead, only if there is no other. */
async function findLastBackup(keeper: Backups, nowMs: number): Promise<number | null> {
  const { backups } = await keeper.list();
  return (backups.find(({ atMs }) => atMs <= nowMs) ?? backups[0])?.atMs ?? null;
}

/** The first of those that are so pressing, the earliest date first. */
async function listDue(
  connection: Connection,
  due: (typeof dueGroups)[number],
  today: string,
  most: number,
): Promise<{ count: number; first: ActionListItem[] }> {
  // A page has at least one row.
  const input = {
    ...everyAction,
    today,
    due,
    grouping: 'due' as const,
    sort: 'due' as const,
    limit: Math.max(1, most),
  };
  const { shown, rows } = await listActionPage(connection, input);
  return { count: shown, first: rows.slice(0, most).map(({ row }) => row) };
}

const mostExpiring = 500;

/** Those that can still be renewed in time come first, the nearest end first; then those that have ended, the latest first. */
async function listExpiring(
  connection: Connection,
  today: string,
  most: number,
): Promise<{ count: number; first: AgreementListItem[] }> {
  const { shown, rows } = await listAgreementPage(connection, {
    text: '',
    today,
    offset: 0,
    limit: mostExpiring,
    standings: ['expiring', 'expired'],
    kinds: [],
    organizationId: null,
    areaId: null,
    groupId: null,
    expiringDays: null,
    grouping: 'standing',
    isDescending: true,
  });
  const found = rows.map(({ row }) => row);
  const byEnd = (a: AgreementListItem, b: AgreementListItem): number =>
    (a.validTo ?? '') < (b.validTo ?? '') ? -1 : (a.validTo ?? '') > (b.validTo ?? '') ? 1 : 0;
  const expiring = found.filter(({ standing }) => standing === 'expiring').sort(byEnd);
  const expired = found.filter(({ standing }) => standing === 'expired').sort((a, b) => byEnd(b, a));
  return { count: shown, first: [...expiring, ...expired].slice(0, most) };
}

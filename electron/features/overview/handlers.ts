import { call } from '@orpc/server';
import type { ActionListItem, dueGroups } from '#shared/contract/actions.ts';
import type { AgreementListItem } from '#shared/contract/agreements.ts';
import type { Context } from '../../context.ts';
import { os } from '../../implement.ts';
import { actionsHandlers } from '../actions/handlers.ts';
import { listAgreementPage } from '../agreements/index.ts';
import { findLastBackup, listWaiting } from './repository.ts';

export const overviewHandlers = {
  get: os.overview.get.handler(async ({ context, input: { today, most } }) => {
    const overdue = await listDue(context, 'overdue', today, most);
    const dueSoon = await listDue(context, 'soon', today, most);
    const open = await call(
      actionsHandlers.list,
      { today, statuses: ['open', 'in_progress'], grouping: 'due', limit: 1 },
      { context },
    );
    return {
      overdue,
      dueSoon,
      otherOpen: open.shown - overdue.count - dueSoon.count,
      waitingForAgreement: listWaiting(context.connection),
      expiring: await listExpiring(context, today, most),
      lastBackupAtMs: await findLastBackup(context.dataFolder),
    };
  }),
};

/** The first of those that are so pressing, the earliest date first. */
async function listDue(
  context: Context,
  due: (typeof dueGroups)[number],
  today: string,
  most: number,
): Promise<{ count: number; first: ActionListItem[] }> {
  // A page has at least one row.
  const input = { today, due, grouping: 'due' as const, sort: 'due' as const, limit: Math.max(1, most) };
  const { shown, rows } = await call(actionsHandlers.list, input, { context });
  return { count: shown, first: rows.slice(0, most).map(({ row }) => row) };
}

const mostExpiring = 500;

/** Those that can still be renewed in time come first, the nearest end first; then those that have ended, the latest first. */
async function listExpiring(
  { connection }: Context,
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

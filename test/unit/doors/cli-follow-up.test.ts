import { describe, expect, test } from 'vitest';
import type { ActionListItem } from '#shared/contract/actions.ts';
import type { AgreementListItem } from '#shared/contract/agreements.ts';
import type { DecisionListItem } from '#shared/contract/decisions.ts';
import type { ProposalListItem } from '#shared/contract/proposals.ts';
import { makeSharedFolder } from '../../support/backend.ts';
import { runCli } from '../../support/run-cli.ts';

describe('what came of the sample meetings, in the terminal', () => {
  const data = makeSharedFolder();

  async function run<Row>(...words: string[]): Promise<Row[]> {
    const { exitCode, stdout, stderr } = await runCli([...words, '--data', data]);
    expect([exitCode, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as Row[];
  }

  test('actions list: all, those of a side, those of an owner by a part of the name, the overdue ones', async () => {
    await runCli(['sample', '--data', data]);
    const all = await run<ActionListItem>('actions', 'list');
    expect(all).toHaveLength(4);
    const ofSide = await run<ActionListItem>('actions', 'list', '--side', 'Россий');
    const ofOwner = await run<ActionListItem>('actions', 'list', '--owner', 'JITRI');
    expect(ofOwner.length).toBeGreaterThan(0);
    expect(await run('actions', 'list', '--owner', 'промышленных технологий')).toEqual(ofOwner);
    expect(ofSide.length).toBeGreaterThan(ofOwner.length);
    expect(ofSide.length).toBeLessThan(5);
    expect(new Set(ofSide.map(({ entryId }) => entryId)).size).toBe(ofSide.length);
    expect(await run('actions', 'list', '--overdue', '--on', '2030-01-01')).toEqual([]);
    expect(await run('actions', 'list', '--status', 'done,cancelled')).toEqual([]);
  });

  test('decisions, proposals and signed documents of all meetings', async () => {
    const decisions = await run<DecisionListItem>('decisions', 'list');
    expect(decisions).toHaveLength(7);
    expect(await run('decisions', 'list', '--state', 'superseded')).toEqual([]);
    const proposals = await run<ProposalListItem>('proposals', 'list');
    expect(proposals).toHaveLength(7);
    expect(proposals.every(({ proposer }) => proposer !== null)).toBe(true);
    const agreements = await run<AgreementListItem>('agreements', 'list');
    expect(agreements.map(({ signedOn }) => signedOn)).toEqual(['2021-03-26', '2021-03-26']);
    expect(await run('agreements', 'list', '--expiring', '90')).toEqual([]);
  });

  test.each([
    [['actions', 'list', '--owner', 'nobody at all'], 1, /nobody at all/u],
    [['actions', 'list', '--side', 'nobody at all'], 1, /nobody at all/u],
    [['actions', 'list', '--on', '2026-02-30'], 2, /YYYY-MM-DD/u],
    [['agreements', 'list', '--expiring', '-5'], 2, /expiring/u],
    [['agreements', 'list', '--expiring=1.5'], 2, /0–36500/u],
    [['decisions', 'list', '--state', 'gone'], 2, /in_force/u],
  ])('%j is refused with a sentence', async (words, code, sentence) => {
    const { exitCode, stdout, stderr } = await runCli([...words, '--data', data]);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr).toMatch(sentence);
  });
});

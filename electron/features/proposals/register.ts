import { comparePlaces, followPlaced } from '../links/index.ts';
import { type Leading, meetingTitles, perConnection, Register } from '../registers/index.ts';
import { loadProposals, loadProposalTexts, type ProposalEntry } from './repository.ts';

/** The register of proposals, newest meeting first. */
export const proposalsOf = perConnection((connection) => {
  const { idsAfter, affecting } = followPlaced('proposal');
  return new Register<ProposalEntry>(connection, {
    idsAfter,
    affecting: {
      ...affecting,
      proposal: 'entry_id',
      proposal_partner: 'entry_id',
      attendance: leading(
        `SELECT id FROM entry WHERE +kind = 'proposal'
           AND speaker_attendance_id IN (SELECT value FROM json_each(?))`,
      ),
      organization: leading(
        'SELECT entry_id AS id FROM proposal_partner WHERE organization_id IN (SELECT value FROM json_each(?))',
      ),
    },
    load: loadProposals,
    compare: comparePlaces(true),
    loadTexts: loadProposalTexts,
    shared: [meetingTitles(connection, ({ meetingId }) => [meetingId])],
  });
});

const leading = (sql: string): Leading => ({
  column: 'id',
  toIds: (connection, values) => connection.sql<{ id: string }>(sql, JSON.stringify(values)).map((row) => row.id),
});

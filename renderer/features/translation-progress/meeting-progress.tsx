import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { Section } from '../../ui/section.tsx';
import { LanguageProgress } from './language-progress.tsx';

/** How far the texts of a meeting are, per language; nothing while there are none. */
export function MeetingProgress({ meetingId }: { meetingId: string }): ReactElement | null {
  const { t } = useTranslation('progress');
  const input = { meetingIds: [meetingId] };
  const { data, error } = useQuery(query.translations.progress.queryOptions({ input }));
  if (error) throw error;
  const progress = data?.[0];
  if (progress === undefined || progress.languages.en.total === 0) return null;
  return (
    <Section title={t('title')}>
      <LanguageProgress {...progress} />
    </Section>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextPlace, TextReference } from '#shared/contract/translations.ts';
import { languages } from '#shared/domain/language.ts';
import { stateOf } from '#shared/domain/translations/state.ts';
import { MenuButton } from '../../../ui/menu.tsx';
import { ReadOnlyArea } from '../../../ui/read-only.tsx';
import { EntryHistory, type MinutesSession } from '../../minutes/index.ts';
import { useReview } from '../context.ts';
import { type Line, translatedOf } from '../model/lines.ts';

/** What can be done with a line as a whole. */
export function LineMenu({ line, name }: { line: Line; name: string }): ReactElement {
  const { t } = useTranslation('translations');
  const { review, words, isReadOnly } = useReview();
  const { session } = review;
  const navigate = useNavigate();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { kind, id } = line.reference;

  const settle = (verdict: 'reviewed' | 'draft') => {
    const translated = translatedOf(session.state.get(), line.reference);
    const places = languages
      .filter((language) => translated && ['filled', 'outdated'].includes(stateOf(translated, language)))
      .map((language): TextPlace => ({ kind, id, language }));
    if (places.length === 0) return;
    session.settle(places, verdict);
    review.say(verdict === 'reviewed' ? t('said.rowReviewed', { name }) : t('said.rowDraft', { name }));
  };
  const show = async () => {
    await session.flush();
    await navigate({ to: addressOf(session, line.reference) });
  };
  const entry = isHistoryOpen ? session.state.get().entries.get(id) : undefined;

  return (
    <>
      {/* What is said of a text may change in agreed minutes, too. */}
      <ReadOnlyArea isReadOnly={false}>
        <MenuButton
          label={words.menuOf(name)}
          actions={() => {
            const translated = translatedOf(session.state.get(), line.reference);
            const others = languages.filter(
              (language) =>
                !isReadOnly &&
                translated !== undefined &&
                language !== translated.sourceLanguage &&
                translated.texts[language].text.trim() !== '',
            );
            return [
              { id: 'reviewed', label: t('menu.reviewed'), run: () => settle('reviewed') },
              { id: 'draft', label: t('menu.draft'), run: () => settle('draft') },
              ...others.map((language) => ({
                id: `source-${language}`,
                label: t('menu.source', { language: words.languages[language] }),
                run: () => session.setSource(line.reference, language),
              })),
              ...(kind === 'entry'
                ? [{ id: 'history', label: t('menu.history'), run: () => setHistoryOpen(true) }]
                : []),
              {
                id: 'show',
                label: kind === 'entry' ? t('menu.showInMinutes') : t('menu.showWhereWritten'),
                run: () => void show(),
              },
            ];
          }}
        />
      </ReadOnlyArea>
      {entry && (
        <EntryHistory
          entry={entry}
          name={name}
          session={session}
          isReadOnly={isReadOnly}
          onClose={() => setHistoryOpen(false)}
        />
      )}
    </>
  );
}

const meetingFields = { meeting_title: 'title', meeting_theme: 'theme', meeting_framework: 'framework' } as const;

/** Where the record itself is written. */
function addressOf({ meetingId, state }: MinutesSession, { kind, id }: TextReference): string {
  const placeIn = (): string => {
    switch (kind) {
      case 'entry':
        return `minutes?focus=${id}`;
      case 'agenda_title':
        return `agenda?focus=${id}`;
      case 'agreement_title':
        return `overview?focus=${id}`;
      case 'party_description':
        return `overview?focus=${state.get().headings.find((heading) => heading.id === id)?.placeId ?? ''}`;
      case 'meeting_title':
      case 'meeting_theme':
      case 'meeting_framework':
        return `overview?focus=${meetingFields[kind]}`;
    }
  };
  return `/meetings/${meetingId}/${placeIn()}`;
}

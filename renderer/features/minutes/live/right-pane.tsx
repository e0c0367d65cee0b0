import { X } from 'lucide-react';
import { type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useNavigate } from '@tanstack/react-router';
import { useStorePart } from '../../../app/store.ts';
import { IconButton } from '../../../ui/button.tsx';
import type { PreviewPlace } from '#shared/contract/documents.ts';
import { placeOfReference, PreviewPane } from '../../documents/index.ts';
import { PeoplePane } from '../people/people-pane.tsx';
import { useLive } from './context.ts';
import { OutcomesPane } from './outcomes-pane.tsx';
import styles from './right-pane.module.css';
import { rowOf } from '../rows/row-parts.ts';
import { closesOnEscape } from './use-panes.ts';
import { patchView, type RightTab } from './view.ts';

const tabs = ['people', 'outcomes', 'preview'] as const satisfies RightTab[];
const idOf = (element: Element): string | null => rowOf(element) ?? null;

export interface RightPaneProps {
  onClose: () => void;
  /** It hides the rows: Escape, and an outcome that is chosen, take it away. */
  isOverRows: boolean;
}

/** People or outcomes of the meeting. */
export function RightPane({ onClose, isOverRows }: RightPaneProps): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const live = useLive();
  const { session, view } = live;
  const navigate = useNavigate();
  const goTo = ({ ref }: PreviewPlace) => {
    if (ref.kind === 'entry') live.goTo({ rowId: ref.id });
    else if (ref.kind === 'agenda') live.goToItem(ref.id);
    else void navigate({ to: placeOfReference(ref, null, session.meetingId) });
    if (isOverRows) onClose();
  };
  const tab = useStorePart(view, (state) => state.rightPane) ?? 'people';
  return (
    <section
      className={styles.pane}
      data-pane="right"
      data-live-pane
      data-wide={tab === 'preview' || undefined}
      tabIndex={-1}
      aria-label={t('live:page.rightPane')}
      onKeyDown={isOverRows ? closesOnEscape(onClose) : undefined}
    >
      <Tabs
        className={styles.tabs}
        selectedKey={tab}
        onSelectionChange={(key) => patchView(view, { rightPane: tabs.find((one) => one === key) ?? 'people' })}
      >
        <div className={styles.head}>
          <TabList aria-label={t('live:page.rightPane')} className={styles.list}>
            <Tab id="people" className={styles.tab}>
              {t('live:page.people')}
            </Tab>
            <Tab id="outcomes" className={styles.tab}>
              {t('live:outcomes.title')}
            </Tab>
            <Tab id="preview" className={styles.tab}>
              {t('live:page.preview')}
            </Tab>
          </TabList>
          <IconButton label={t('common:close')} icon={<X aria-hidden />} onPress={onClose} />
        </div>
        <TabPanel id="people" className={styles.panel}>
          <PeoplePane />
        </TabPanel>
        <TabPanel id="outcomes" className={styles.panel}>
          <OutcomesPane onChosen={isOverRows ? onClose : undefined} />
        </TabPanel>
        <TabPanel id="preview" className={styles.previewPanel}>
          <Suspense>
            <PreviewPane meetingId={session.meetingId} idOf={idOf} onGoTo={goTo} />
          </Suspense>
        </TabPanel>
      </Tabs>
    </section>
  );
}

import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useStorePart } from '../../../app/store.ts';
import { IconButton } from '../../../ui/button.tsx';
import { PeoplePane } from '../people/people-pane.tsx';
import { useLive } from './context.ts';
import { OutcomesPane } from './outcomes-pane.tsx';
import styles from './right-pane.module.css';
import { closesOnEscape } from './use-panes.ts';
import { patchView } from './view.ts';

export interface RightPaneProps {
  onClose: () => void;
  /** It hides the rows: Escape, and an outcome that is chosen, take it away. */
  isOverRows: boolean;
}

/** People or outcomes of the meeting. */
export function RightPane({ onClose, isOverRows }: RightPaneProps): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const { view } = useLive();
  const tab = useStorePart(view, (state) => state.rightPane) ?? 'people';
  return (
    <section
      className={styles.pane}
      data-pane="right"
      data-live-pane
      tabIndex={-1}
      aria-label={t('live:page.rightPane')}
      onKeyDown={isOverRows ? closesOnEscape(onClose) : undefined}
    >
      <Tabs
        className={styles.tabs}
        selectedKey={tab}
        onSelectionChange={(key) => patchView(view, { rightPane: key === 'outcomes' ? 'outcomes' : 'people' })}
      >
        <div className={styles.head}>
          <TabList aria-label={t('live:page.rightPane')} className={styles.list}>
            <Tab id="people" className={styles.tab}>
              {t('live:page.people')}
            </Tab>
            <Tab id="outcomes" className={styles.tab}>
              {t('live:outcomes.title')}
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
      </Tabs>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Toasts } from '../ui/toast.tsx';
import { query } from './api.ts';
import { useCommand } from './commands.ts';
import { connectionState } from './connection.ts';
import { formatLocales } from './format.ts';
import { redo, undo } from './history.ts';
import { Help } from './help-dialog.tsx';
import { useUiLanguage } from './i18n.ts';
import { navigation } from './navigation.ts';
import { Palette } from './palette.tsx';
import { cyclePanes } from './panes.ts';
import { usePreferences } from './preferences.ts';
import { flushAll } from './saving.ts';
import { useStore } from './store.ts';
import { Button } from '../ui/button.tsx';
import { RecoveryPage } from '../features/backups/index.ts';
import { FirstRunPage } from '../features/first-run/index.ts';
import styles from './shell.module.css';

/** The same in every language. */
const productName = 'Trilogue';

/** The frame of the application: rail of seven places, the page, notices. */
export function Shell(): ReactElement {
  const language = useUiLanguage();
  const state = useStore(connectionState);
  const navigate = useNavigate();
  const router = useRouter();
  const { data: settings } = useQuery(query.settings.get.queryOptions());
  const { data: store } = useQuery(query.app.state.queryOptions());
  const [isRecovering, setRecovering] = useState(false);
  usePreferences(settings);
  useFrameCommands();

  const lost = store?.condition === 'damaged' || store?.condition === 'missing' ? store.condition : null;
  const isCovered = lost !== null && isRecovering && settings?.firstRunDone === true;
  useEffect(() => {
    if (!isCovered) return undefined;
    return () => document.getElementById('main')?.focus();
  }, [isCovered]);
  let screen: ReactNode;
  if (!settings && lost !== null) screen = <RecoveryPage condition={lost} />;
  else if (!settings) screen = state === 'refused' ? <RefusedScreen /> : <ConnectionLost />;
  else if (!settings.firstRunDone) screen = <FirstRunPage settings={settings} />;
  else {
    screen = (
      <>
        {/* What is on the screen of a file that has been damaged meanwhile stays there to be copied: it may be in no file. */}
        <div className={styles.frame} hidden={isCovered}>
          <Frame onRecover={lost === null ? null : () => setRecovering(true)} />
        </div>
        {isCovered && <RecoveryPage condition={lost} onBack={() => setRecovering(false)} />}
      </>
    );
  }

  return (
    <I18nProvider locale={formatLocales[language]}>
      <RouterProvider
        navigate={(path) => void navigate({ to: path })}
        useHref={(path) => router.history.createHref(path)}
      >
        {screen}
        <Toasts />
      </RouterProvider>
    </I18nProvider>
  );
}

interface FrameProps {
  /** To the backups, where the data file can no longer be read. */
  onRecover: (() => void) | null;
}

function Frame({ onRecover }: FrameProps): ReactElement {
  const { t } = useTranslation('shell');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  usePlaceCommands();
  const current = (place: string) => (place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`));
  return (
    <div className={styles.shell}>
      <a
        href="#main"
        className={styles.skip}
        onClick={(event) => {
          // The fragment belongs to the router, so the link moves the focus by itself.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip')}
      </a>
      <nav className={styles.rail} aria-label={t('navigation')} data-pane="navigation" tabIndex={-1}>
        <div className={styles.brand} translate="no">
          {productName}
        </div>
        {navigation.map(({ path: place, also, key, icon: Icon }) => (
          <a
            key={place}
            href={router.history.createHref(place)}
            className={styles.link}
            {...([place, ...also].some(current) && { 'aria-current': 'page' })}
          >
            <Icon aria-hidden />
            <span>{t(key)}</span>
          </a>
        ))}
      </nav>
      <main ref={main} id="main" className={styles.main} data-pane="main" tabIndex={-1}>
        {onRecover ? <DamagedBar onRecover={onRecover} /> : <ConnectionLost />}
        <Outlet />
      </main>
      <Palette />
      <Help />
    </div>
  );
}

function DamagedBar({ onRecover }: { onRecover: () => void }): ReactElement {
  const { t } = useTranslation('backups');
  return (
    <div role="alert" className={styles.lost}>
      <p>{t('bar.text')}</p>
      <Button onPress={onRecover}>{t('bar.open')}</Button>
    </div>
  );
}

function ConnectionLost(): ReactElement | null {
  const { t } = useTranslation('shell');
  const state = useStore(connectionState);
  if (state !== 'lost' && state !== 'refused') return null;
  return (
    <p role="alert" className={styles.lost}>
      {state === 'lost' ? t('connectionLost') : t('accessLost')}
    </p>
  );
}

function RefusedScreen(): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <main className={styles.plain}>
      <h1>{productName}</h1>
      <p role="alert">{t('refused')}</p>
    </main>
  );
}

function useFrameCommands(): void {
  const router = useRouter();
  const asFrame = { isFallback: true };
  useCommand('app.undo', () => void undo(), asFrame);
  useCommand('app.redo', () => void redo(), asFrame);
  useCommand('app.save', () => void flushAll(), asFrame);
  useCommand('app.nextPane', () => cyclePanes(1), asFrame);
  useCommand('app.previousPane', () => cyclePanes(-1), asFrame);
  useCommand('app.back', () => router.history.back(), asFrame);
  useCommand('app.forward', () => router.history.forward(), asFrame);
}

function usePlaceCommands(): void {
  const router = useRouter();
  const asFrame = { isFallback: true };
  useCommand('go.home', () => router.history.push('/'), asFrame);
  useCommand('go.meetings', () => router.history.push('/meetings'), asFrame);
  useCommand('go.contacts', () => router.history.push('/contacts'), asFrame);
  useCommand('go.groups', () => router.history.push('/groups'), asFrame);
  useCommand('go.registers', () => router.history.push('/registers'), asFrame);
  useCommand('go.search', () => router.history.push('/search'), asFrame);
  useCommand('go.trash', () => router.history.push('/settings/deleted'), asFrame);
  useCommand('app.settings', () => router.history.push('/settings'), asFrame);
}

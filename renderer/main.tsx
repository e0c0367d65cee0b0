import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/tokens.css';
import './app/fonts.css';
import './app/base.css';
import { api } from './app/api.ts';
import { followChanges } from './app/changes.ts';
import { followMenu } from './app/desktop-commands.ts';
import { machineLanguage, startI18n } from './app/i18n.ts';
import { queryClient } from './app/query-client.ts';
import { followReminders } from './app/reminders.ts';
import { router } from './app/router.ts';
import { followStoreTrouble } from './app/store-trouble.ts';
import { trustNoMarkup } from './app/trusted-types.ts';
import { sayRestored } from './features/backups/index.ts';
import { prepareLiveScreen } from './features/minutes/routes.ts';

/** The chosen language, so that the first words on screen are already in it; the machine's when that cannot be read. */
async function firstLanguage() {
  try {
    return (await api.settings.get()).uiLanguage ?? machineLanguage();
  } catch {
    return machineLanguage();
  }
}

trustNoMarkup();
void followChanges().catch(() => undefined);
followMenu();
followStoreTrouble();
await startI18n(await firstLanguage());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
prepareLiveScreen();
followReminders();
sayRestored();

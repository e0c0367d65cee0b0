import { agreementTabs } from './agreement/routes.ts';
import { contactsRoutes } from './contacts/routes.ts';
import { decisionsRoutes } from './decisions/routes.ts';
import { documentsTabs } from './documents/routes.ts';
import { duplicatesRoutes } from './duplicates/routes.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { glossaryRoutes } from './glossary/routes.ts';
import { groupsRoutes } from './groups/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { lettersTabs } from './letters/routes.ts';
import { meetingsRoutes } from './meetings/routes.ts';
import { memoryRoutes } from './memory/routes.ts';
import { minutesRoutes, minutesTabs } from './minutes/routes.ts';
import { organizationsRoutes } from './organizations/routes.ts';
import { preparationTabs } from './preparation/routes.ts';
import { proposalsRoutes } from './proposals/routes.ts';
import { registersRoutes } from './registers/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { signedDocumentsRoutes } from './signed-documents/routes.ts';
import { timelineRoutes } from './timeline/routes.ts';
import { translationsTabs } from './translations/routes.ts';
import { trashRoutes } from './trash/routes.ts';
import { versionsTabs } from './versions/routes.ts';

/** Every screen of the application: one line per feature. Pages are loaded when first opened, except Home. */
export const featureRoutes = [
  ...homeRoutes,
  ...contactsRoutes,
  ...duplicatesRoutes,
  ...exchangeRoutes,
  ...meetingsRoutes([
    ...preparationTabs,
    ...lettersTabs,
    ...minutesTabs,
    ...translationsTabs,
    ...agreementTabs,
    ...versionsTabs,
    ...documentsTabs,
  ]),
  ...minutesRoutes,
  ...organizationsRoutes,
  ...groupsRoutes,
  ...registersRoutes,
  ...timelineRoutes,
  ...decisionsRoutes,
  ...proposalsRoutes,
  ...signedDocumentsRoutes,
  ...glossaryRoutes,
  ...memoryRoutes,
  ...searchRoutes,
  ...settingsRoutes,
  ...trashRoutes,
] as const;

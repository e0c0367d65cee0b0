import { contactsRoutes } from './contacts/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { settingsRoutes } from './settings/routes.ts';

/** Every screen of the application: one line per feature. Pages are loaded when first opened, except Home. */
export const featureRoutes = [
  ...homeRoutes,
  ...contactsRoutes,
  ...settingsRoutes,
] as const;

export { serveBuiltPage } from './built-page.ts';
export { type AssetHandler, type BrowserDoor, startBrowserDoor } from './door.ts';

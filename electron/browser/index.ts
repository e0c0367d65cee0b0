export { serveBuiltPage } from './built-page.ts';
export { type AssetHandler, type BrowserDoor, PortInUse, startBrowserDoor } from './door.ts';

export { BundlesSection } from './bundles-section.tsx';
export { ExportBundleButton } from './export-bundle-button.tsx';

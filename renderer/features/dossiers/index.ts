export { DossierDialog, type DossierDialogProps } from './dossier-dialog.tsx';

export { looksMistyped, switchLayout } from '#shared/domain/keyboard-layout.ts';

export { LetterheadSection, type LetterheadSectionProps } from './letterhead-section.tsx';

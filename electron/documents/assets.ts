import { join } from 'node:path';
import type { DocumentAssets } from './messages.ts';

/** Font files that the documents use, by the npm package that brings them (all SIL Open Font Licence 1.1). */
const fontsByPackage = {
  'pt-serif': [
    '400Regular/PTSerif_400Regular',
    '400Regular_Italic/PTSerif_400Regular_Italic',
    '700Bold/PTSerif_700Bold',
    '700Bold_Italic/PTSerif_700Bold_Italic',
  ],
  'pt-sans': ['400Regular/PTSans_400Regular', '700Bold/PTSans_700Bold'],
  'noto-serif-sc': ['400Regular/NotoSerifSC_400Regular', '700Bold/NotoSerifSC_700Bold'],
  'noto-sans-sc': ['400Regular/NotoSansSC_400Regular', '700Bold/NotoSansSC_700Bold'],
};

/** The fonts where npm put them; `modulesFolder` is the project's node_modules. The build copies exactly these. */
export function packagedFontFiles(modulesFolder: string): string[] {
  return Object.entries(fontsByPackage).flatMap(([name, files]) =>
    files.map((file) => join(modulesFolder, '@expo-google-fonts', name, `${file}.ttf`)),
  );
}

/** The fonts in one flat folder, as the build leaves them in dist/fonts. */
export function flatFontFiles(folder: string): string[] {
  return Object.values(fontsByPackage).flatMap((files) =>
    files.map((file) => join(folder, `${file.split('/')[1]}.ttf`)),
  );
}

/** Assets of a built application; `distFolder` holds `fonts` and `resources/typst`. */
export function builtAssets(distFolder: string): DocumentAssets {
  return {
    fontFiles: flatFontFiles(join(distFolder, 'fonts')),
    templateFolder: join(distFolder, 'resources', 'typst'),
  };
}

/** Assets of a working copy, for tests and for running from source. */
export function sourceAssets(projectFolder: string): DocumentAssets {
  return {
    fontFiles: packagedFontFiles(join(projectFolder, 'node_modules')),
    templateFolder: join(projectFolder, 'resources', 'typst'),
  };
}

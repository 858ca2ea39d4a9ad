import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { REPOSITORY, type HostVersion } from '../versions';
import { replyFile, replySvg, hasFile } from './staticFiles';

const FONTS = path.join(REPOSITORY, 'node_modules', '@fontsource');

const svg = (content: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${content}</svg>`;

/** The published set of icons lacks some that Grafana has: those that the page shows are drawn here. */
const ICONS: Readonly<Record<string, string>> = {
  'angle-double-left': svg('<path d="M11.4 7.4 10 6 4 12l6 6 1.4-1.4L6.8 12zm7 0L17 6l-6 6 6 6 1.4-1.4-4.6-4.6z"/>'),
  'map-marker': svg(
    '<path d="M12 2a7 7 0 0 0-7 7c0 5 7 13 7 13s7-8 7-13a7 7 0 0 0-7-7zm0 10a3 3 0 1 1 0-6 3 3 0 0 1 0 6z"/>'
  ),
  'expand-arrows': svg('<path d="M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z"/>'),
};

/** Grafana serves its fonts itself; the host has the same families from their own packages. */
function fontFile(name: string): string {
  if (name.startsWith('roboto/')) {
    return 'roboto-mono/files/roboto-mono-latin-400-normal.woff2';
  }
  return `inter/files/inter-latin-${name.includes('Medium') ? 500 : 400}-normal.woff2`;
}

/** Answers what Grafana serves below /public: fonts, and the images of `@grafana/ui`. */
export async function replyPublicFile(response: ServerResponse, version: HostVersion, name: string): Promise<void> {
  const font = /^\/public\/fonts\/(.*)$/.exec(name);
  if (font !== null) {
    await replyFile(response, FONTS, fontFile(font[1]));
    return;
  }
  const images = path.join(version.folder, 'node_modules/@grafana/ui/dist/public/img');
  const image = name.replace(/^\/public\/(build\/)?img\//, '');
  if (image.startsWith('icons/') && !(await hasFile(images, image))) {
    replySvg(response, ICONS[path.basename(image, '.svg')] ?? svg(''));
    return;
  }
  await replyFile(response, images, image);
}

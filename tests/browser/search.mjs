// Shared by the search tests: the real site, built, on a server that allows only the site's own scripts.

import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BIN } from './support.mjs';

const run = promisify(execFile);
export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** The build date, so that what is published does not depend on the clock. */
const DAY = '2026-11-28';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.xml': 'application/xml' };

/** Builds a site into a folder of its own, which is removed after the tests. */
export async function build(root, options = []) {
  const output = await mkdtemp(join(tmpdir(), 'pakt-search-'));
  await run(BIN, ['build', '-q', '--root', root, '--output', output, '--at', DAY, ...options]);
  return { output, remove: () => rm(output, { recursive: true, force: true }) };
}

/** The address of every page from the output's root, by its source below `content/`. */
export async function routes(root) {
  const { stdout } = await run(BIN, ['routes', '-q', '--root', root, '--at', DAY], { maxBuffer: 1 << 26 });
  const lines = stdout.split('\n').map((line) => line.split('\t'));
  return new Map(lines.filter(([, , source]) => source?.startsWith('content/')).map(([route, , source]) => [source.slice('content/'.length), route]));
}

/** Serves a folder below `/podslozka/`, as a careful server would: only its own scripts and styles, nothing inline. */
export function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/^\/podslozka/, '');
    const name = path.endsWith('/') ? `${path}index.html` : path;
    try {
      const bytes = await readFile(join(folder, name));
      response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream', 'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'" });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ address: `http://127.0.0.1:${server.address().port}/podslozka/`, stop: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) })));
}

/** Reads the queries of a language: the query, then the pages of which one must be found. */
export async function queries() {
  const text = await readFile(join(REPOSITORY, 'tests/search/queries.yaml'), 'utf8');
  const byLanguage = new Map();
  for (const line of text.split('\n')) {
    const language = /^(\w+):$/.exec(line)?.[1];
    if (language) byLanguage.set(language, []);
    else if (line.startsWith('  - ')) [...byLanguage.values()].at(-1).push(JSON.parse(line.slice(4)));
  }
  return byLanguage;
}

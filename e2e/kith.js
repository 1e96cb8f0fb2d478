// What the browser tests share: the village as a server of their own, people
// in browsers of their own, and the checks that hold on every page.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const binary = process.env.KITH_BINARY ?? join(import.meta.dirname, '..', 'build', 'kith');

/** A village on a free port, in a folder that goes away with it. */
export async function village() {
  const data = mkdtempSync(join(tmpdir(), 'kith-e2e-'));
  const process_ = spawn(binary, ['demo', '--listen', '127.0.0.1:0', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  const url = await new Promise((found, failed) => {
    const look = (chunk) => {
      said.push(chunk.toString());
      const m = said.join('').match(/http:\/\/127\.0\.0\.1:[1-9]\d*/);
      if (m) found(m[0]);
    };
    process_.stdout.on('data', look);
    process_.stderr.on('data', look);
    process_.on('exit', (code) => failed(new Error(`the village ended (${code}):\n${said.join('')}`)));
    setTimeout(() => failed(new Error(`no village in a minute:\n${said.join('')}`)), 60_000).unref();
  });
  await ready(url);
  return {
    url,
    async close() {
      process_.removeAllListeners('exit');
      const gone = new Promise((done) => process_.once('close', done));
      process_.kill('SIGTERM');
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function ready(url) {
  for (let i = 0; i < 200; i++) {
    try {
      if ((await fetch(url + '/readyz')).ok) return;
    } catch { /* not yet */ }
    await new Promise((r) => setTimeout(r, 50));
  }
  throw new Error('the village is not ready');
}

/** A browser without any wish to reach the world. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-default-apps'],
  });
}

/**
 * Somebody with a browser of their own. Everything that the page says in its
 * console, and every request that leaves the machine, is a failure.
 */
export async function somebody(b, url, options = {}) {
  const context = await b.newContext({ viewport: { width: 1280, height: 900 }, baseURL: url, ...options });
  const faults = [];
  context.on('request', (r) => {
    if (!r.url().startsWith(url + '/') && !r.url().startsWith('data:')) faults.push(`left the machine: ${r.url()}`);
  });
  const page = await context.newPage();
  page.on('console', (m) => {
    const expected = /status of 4\d\d/.test(m.text());
    if (m.type() === 'error' && !expected) faults.push(`console: ${m.text()}`);
  });
  page.on('pageerror', (e) => faults.push(`script: ${e.message}`));
  return { page, context, faults, async close() { await context.close(); assert.deepEqual(faults, []); } };
}

/** What must hold on every page: axe, one h1, nothing wider than the screen, weight. */
export async function checked(page, name) {
  await page.evaluate(axe); // the debugger's door, which the page's policy doesn't shut
  const found = await page.evaluate(async () => {
    const r = await window.axe.run(document, { resultTypes: ['violations'] });
    return r.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).join('; ')})`);
  });
  assert.deepEqual(found, [], `axe on ${name} (${page.url()})`);
  await shape(page, name);
}

/** The part of the check that needs no script of ours in the page. */
export async function shape(page, name) {
  assert.equal(await page.locator('h1').count(), 1, `one h1 on ${name}`);
  const wide = await page.locator('html').evaluate((e) => [e.scrollWidth, e.clientWidth]);
  assert.ok(wide[0] <= wide[1], `${name} is ${wide[0]} px wide in ${wide[1]} (${page.url()})`);
  const missing = (await page.locator('body').innerText()).match(/\[[a-z_]+(\.[a-z_]+)+\]/);
  assert.equal(missing, null, `a word is missing from the catalogue on ${name}: ${missing}`);
}

/** Takes a picture where the run was asked for pictures. */
export async function picture(page, name) {
  const dir = process.env.KITH_SCREENS;
  if (dir) await page.screenshot({ path: join(dir, name + '.png'), fullPage: true });
}

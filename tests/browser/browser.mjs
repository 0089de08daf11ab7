// Chromium, and a page that watches itself: nothing on the console, no breach of the security
// policy, nothing fetched from elsewhere, axe content, and a photograph of every page visited.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

/** Where the product answers; set by `cargo xtask test`. */
export const base = new URL(required('HAQQI_URL'));

const program = process.env.HAQQI_CHROMIUM ?? '/usr/bin/chromium';
const photographs = process.env.HAQQI_SHOTS;

/** What WCAG 2.2 AA asks, as axe names it. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by \`cargo xtask test\``);
  return value;
}

const manner = {
  executablePath: program,
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ],
};

/** Starts Debian's Chromium; it speaks to nobody but the pages it is sent to. */
export function launch() {
  assert.ok(existsSync(program), `${program} is missing: run the tests by \`cargo xtask test\``);
  return chromium.launch(manner);
}

/** The same with everything that it keeps in a folder, as a telephone keeps it. */
export function launchIn(folder, context) {
  return chromium.launchPersistentContext(folder, { ...manner, ...context });
}

/**
 * A person's browser: its language, with or without script, telephone or desk.
 *
 * @param {import('playwright-core').Browser} browser
 * `origins` are where the page may speak to, the product's own first: all but a few tests leave it out.
 *
 * @param {{language: string, script: boolean, narrow?: boolean, dark?: boolean, serviceWorkers?: 'allow' | 'block', origins?: string[]}} manner
 */
export async function visitor(browser, manner) {
  const { language, script, narrow = false, serviceWorkers = 'allow', dark = false, origins = [base.origin] } = manner;
  const context = await browser.newContext({
    serviceWorkers,
    baseURL: origins[0],
    locale: language,
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    viewport: narrow ? { width: 360, height: 740 } : { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return new Visitor(browser, context, page, { language, script, narrow, origins });
}

/** One person at one browser. */
export class Visitor {
  #browser;
  #complaints = [];
  #shots = 0;
  #folder;

  constructor(browser, context, page, manner) {
    this.#browser = browser;
    this.context = context;
    this.page = page;
    this.manner = manner;
    this.#folder = `${manner.language}-${manner.script ? 'script' : 'plain'}`;
    this.#watch();
  }

  #watch() {
    this.page.on('console', (message) => {
      // A refused form answers 422 and Chromium says so on its console; that is no fault.
      const refused = /status of 4\d\d/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !refused) {
        this.#complaints.push(`console: ${message.text()}`);
      }
    });
    this.page.on('pageerror', (error) => this.#complaints.push(`script: ${error.message}`));
    this.page.on('request', (request) => {
      const address = new URL(request.url());
      const known = this.manner.origins ?? [base.origin];
      if (!['data:', 'blob:', 'about:'].includes(address.protocol) && !known.includes(address.origin)) {
        this.#complaints.push(`asks another host: ${address.origin}`);
      }
    });
    this.page.on('response', (response) => {
      if (response.status() >= 500) {
        this.#complaints.push(`${response.status()} from ${new URL(response.url()).pathname}`);
      }
    });
  }

  /** Goes to an address and looks at the page. */
  async visit(path, name) {
    const response = await this.page.goto(path);
    assert.ok(response && response.status() < 400, `${path} answers ${response?.status()}`);
    this.#policy(response, path);
    await this.look(name);
    return response;
  }

  /**
   * Does something that leads to another page, and looks at that. The steps of a form may come into the page that is open.
   */
  async follow(act, name) {
    const leads = (answer) => {
      const request = answer.request();
      const html = /text\/html/.test(answer.headers()['content-type'] ?? '');
      const step = request.resourceType() === 'fetch' && request.method() === 'POST' && html;
      return (request.isNavigationRequest() || step) && (answer.status() < 300 || answer.status() >= 400);
    };
    const [response] = await Promise.all([this.page.waitForResponse(leads), act()]);
    await this.page.waitForLoadState();
    await this.page.locator('form[data-steps][aria-busy=true]').waitFor({ state: 'detached' });
    this.#policy(response, name);
    await this.look(name);
    return response;
  }

  /** Goes a step back by the form's own button: with script that is the browser's history. */
  async back(name) {
    const button = this.page.locator('main form button[value=back]');
    if (!this.manner.script) return this.follow(() => button.click(), name);
    const step = '[name=step]';
    const was = await this.page.locator(step).inputValue();
    await button.click();
    await this.page.waitForFunction(([where, from]) => document.querySelector(where)?.value !== from, [step, was]);
    await this.look(name);
    return undefined;
  }

  /** Clicks a link or button by its test hook, or by any selector, and looks at where it leads. */
  async click(selector, name) {
    return this.follow(() => this.page.locator(selector).first().click(), name);
  }

  #policy(response, where) {
    const type = response.headers()['content-type'] ?? '';
    if (!type.startsWith('text/html')) return;
    const policy = response.headers()['content-security-policy'] ?? '';
    assert.match(policy, /default-src/, `${where}: no Content-Security-Policy`);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/, `${where}: a policy with holes`);
    assert.equal(response.headers()['x-content-type-options'], 'nosniff', `${where}: no nosniff`);
  }

  /** Everything that each page must hold, whatever it is. */
  async look(name) {
    const where = `${name} (${this.#folder})`;
    const html = this.page.locator('html');
    const language = await html.getAttribute('lang');
    assert.ok(language, `${where}: <html> has no lang`);
    const right = ['ar', 'ur'].includes(language.split('-')[0]);
    assert.equal(await html.getAttribute('dir') ?? 'ltr', right ? 'rtl' : 'ltr', `${where}: direction`);
    assert.equal(await this.page.locator('h1').count(), 1, `${where}: exactly one h1`);
    assert.ok((await this.page.title()).trim(), `${where}: no title`);
    await this.#axe(where);
    await this.#photograph(name);
    assert.deepEqual(this.#complaints, [], where);
  }

  /** axe needs script; a page of a person without script is looked at in a twin browser. */
  async #axe(where) {
    let page = this.page;
    let twin;
    if (!this.manner.script) {
      twin = await this.#browser.newContext({ viewport: this.page.viewportSize(), locale: this.manner.language });
      page = await twin.newPage();
      const asIs = await this.page.content();
      const address = this.page.url();
      // The same bytes at the same address, so that its style sheet and pictures load.
      await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: asIs }));
      await page.goto(address);
    }
    try {
      const result = await new AxeBuilder({ page }).withTags(standards).analyze();
      const found = result.violations.map((violation) => ({
        rule: violation.id,
        help: violation.help,
        at: violation.nodes.slice(0, 3).map((node) => node.target.join(' ')),
      }));
      assert.deepEqual(found, [], `${where}: axe`);
    } finally {
      await twin?.close();
    }
  }

  async #photograph(name) {
    if (!photographs) return;
    const folder = join(photographs, this.#folder);
    mkdirSync(folder, { recursive: true });
    this.#shots += 1;
    const file = `${String(this.#shots).padStart(2, '0')}-${name.replaceAll(/\W+/g, '-')}.png`;
    await this.page.screenshot({ path: join(folder, file), fullPage: true });
  }

  async close() {
    await this.context.close();
    assert.deepEqual(this.#complaints, []);
  }
}

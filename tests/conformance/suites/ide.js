// The IDE in a real browser: it loads from this server alone, and a query typed there shows its answer.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { root } from '../server.js';

const executablePath = '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// CI has a browser, so a missing one is a failure there and only there.
const skip = !existsSync(executablePath) && !process.env.CI && `${executablePath} is not installed`;

export default function ide(graphQL) {
  describe('IDE', { skip }, () => {
    it('runs a query without any other host', { timeout: 120_000 }, async () => {
      const browser = await chromium.launch({ executablePath, args });
      try {
        const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
        const outside = [];
        const crashes = [];
        page.on('request', (request) => isOutside(request.url()) && outside.push(request.url()));
        page.on('pageerror', (error) => crashes.push(error.message));

        page.setDefaultTimeout(60_000);
        try {
          await page.goto(graphQL());
          await page.getByRole('button', { name: 'Create Document' }).click();
          // The page fetches the schema on its own; a query run before that is there is not sent.
          await page.getByText('Schema available').waitFor();
          await page.locator('.monaco-editor').first().click();
          await page.keyboard.insertText('{ viewer { accountId } }');
          // The editor hands its text over with a delay; the link above the operation shows that it has.
          await page.getByText('Run ▷').waitFor();
          await page.getByRole('button', { name: 'Run Operation' }).click();
          await page.getByText('"alice"').waitFor();
        } finally {
          await page.screenshot({ path: join(root, 'artifacts/ide.png') });
        }

        assert.equal(new URL(page.url()).pathname, '/graphql/');
        assert.deepEqual(outside, []);
        assert.deepEqual(crashes, []);
      } finally {
        await browser.close();
      }
    });
  });
}

function isOutside(url) {
  const { protocol, hostname } = new URL(url);
  return !['data:', 'blob:'].includes(protocol) && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

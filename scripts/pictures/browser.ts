import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A headless Chromium, controlled by its DevTools protocol over two pipes: JSON messages, each ended by a zero byte. */
export type Browser = {
  /** The page as PNG, in full height. `width` in CSS pixels. @throws {Error} if the page is not drawn in time */
  readonly photograph: (url: string, width: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Milliseconds for one reply of the browser. */
const WITHIN = 60_000;

/** The browser's path from CHROMIUM or PATH; `undefined` if there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM) return env.CHROMIUM;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

export async function openBrowser(path: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'pictures-'));
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run'];
  const child = spawn(path, [...flags, '--remote-debugging-pipe', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const call = connect(child);
  return {
    photograph: (url, width) => photograph(call, url, width),
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Call = <T>(method: string, params?: object, session?: string) => Promise<T>;

function connect(child: ChildProcess): Call {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(new Error(`Chromium: ${error.message}`));
      else asked?.resolve(result as never);
    }
  });
  const end = () => {
    for (const { reject } of waiting.values()) reject(new Error('Chromium ended'));
  };
  child.once('exit', end).once('error', end);
  return <T>(method: string, params: object = {}, sessionId?: string) =>
    new Promise<T>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      setTimeout(() => reject(new Error(`Chromium does not answer ${method}`)), WITHIN).unref();
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

async function photograph(call: Call, url: string, width: number): Promise<Buffer> {
  const { targetId } = await call<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await call<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const ask = <T>(method: string, params?: object) => call<T>(method, params, sessionId);
  const size = (height: number) =>
    ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  await size(100);
  await ask('Page.navigate', { url });
  const height = await ask<{ result: { value: number } }>('Runtime.evaluate', {
    expression: DRAWN,
    awaitPromise: true,
    returnByValue: true,
  });
  await size(Math.ceil(height.result.value));
  const { data } = await ask<{ data: string }>('Page.captureScreenshot', { format: 'png' });
  await call('Target.closeTarget', { targetId });
  return Buffer.from(data, 'base64');
}

/** Waits for the page and its charts; the result is the page's height. */
const DRAWN = `(async () => {
  while (location.href === 'about:blank' || document.readyState !== 'complete' || !window.drawn)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await window.drawn;
  return document.documentElement.scrollHeight;
})()`;

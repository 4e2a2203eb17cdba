import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import { DOCUMENTS } from '../../scripts/shown-workflows.ts';
import { CHOICES } from '../../src/settings/input-table.ts';

const read = (path: string) => readFileSync(path, 'utf8');

describe('issue forms', () => {
  type Field = {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: string[] };
  };
  type Form = { readonly name: string; readonly description: string; readonly body: readonly Field[] };
  const folder = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(folder)
    .filter((name) => name !== 'config.yml')
    .map((name) => [name, parse(read(`${folder}/${name}`)) as Form] as const);

  test.each(forms)('%s is one that GitHub takes', (_name, { name, description, body }) => {
    expect([name, description].every((text) => text.length > 3)).toBe(true);
    const fields = body.filter(({ type }) => type !== 'markdown');
    expect(fields.every(({ type }) => ['input', 'textarea', 'dropdown', 'checkboxes'].includes(type))).toBe(
      true,
    );
    for (const name of ['id', 'label'] as const) {
      const values = fields.map((field) => (name === 'id' ? field.id : field.attributes.label));
      expect(values.every((value) => typeof value === 'string' && value !== '')).toBe(true);
      expect(new Set(values).size).toBe(values.length);
    }
    expect(fields.every(({ id }) => /^[\w-]+$/.test(id ?? ''))).toBe(true);
  });

  test.each(forms)('%s knows every cloud', (_name, { body }) => {
    const cloud = body.find(({ id }) => id === 'cloud');
    expect(cloud?.attributes.options).toEqual(expect.arrayContaining([...CHOICES.cloud]));
  });

  test('lead a vulnerability to the policy, and allow no blank issue', () => {
    expect(parse(read(`${folder}/config.yml`))).toMatchObject({
      blank_issues_enabled: false,
      contact_links: [{ url: expect.stringMatching(/\/security\/policy$/) }],
    });
  });
});

test('CODEOWNERS names only what is there', () => {
  const lines = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const [pattern = '', ...owners] = line.split(/\s+/);
    expect(owners.every((owner) => /^@[\w-]+\/[\w-]+$/.test(owner))).toBe(true);
    const glob = pattern.replace(/^\//, '').replace(/\/$/, '/**');
    expect([pattern, globSync(glob, { dot: true }).length > 0]).toEqual([pattern, true]);
  }
});

test('SECURITY.md says how to report, and how to check a release', () => {
  const text = read('SECURITY.md');
  expect(text).toContain('Report a vulnerability');
  expect(text).toContain('gh attestation verify dist/index.js');
});

describe('every link between the documents leads somewhere', () => {
  /** As GitHub makes it from a heading. */
  const anchorOf = (heading: string) =>
    heading
      .replace(/[`*]/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-');

  test.each(DOCUMENTS.map((file) => [file]))('%s', (file) => {
    const base = new URL(file, 'file:///');
    const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
    const broken = links
      .filter((to) => !/^[a-z]+:/.test(to))
      .filter((to) => {
        const { pathname, hash } = new URL(to, base);
        const path = decodeURIComponent(pathname.slice(1));
        if (!existsSync(path)) return true;
        if (hash === '') return false;
        const headings = [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
        return !headings.includes(hash.slice(1));
      });
    expect(broken).toEqual([]);
  });
});

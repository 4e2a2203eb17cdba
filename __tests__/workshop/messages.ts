import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';
import { globSync } from 'tinyglobby';

/** What stands in a message for a value that is known only then. */
export const PLACEHOLDER = '…';

/** A message that the step can print, with `…` for each value, and where it is made. */
export type Message = { readonly file: string; readonly text: string };

/** An object of the syntax tree; swc's own types have a name for each of a hundred kinds. */
type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
const nodesIn = (value: unknown): readonly Node[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown) => nodesIn(isNode(item) ? item : Object.values(Object(item))))
    : isNode(value)
      ? [value]
      : [];
const nameOf = (node: unknown): string | undefined =>
  isNode(node) && typeof node.value === 'string' ? node.value : undefined;

/**
 * Every message of `src/`: what an error for the author is made with, what is warned of, what is wrong with an input, and
 * how a failed build or deployment is told. Texts that a server, a builder or a library wrote are no literals and not among them.
 */
export function messagesOfSource(): readonly Message[] {
  return globSync('src/**/*.ts')
    .sort()
    .flatMap((file) =>
      messagesOf(readFileSync(file, 'utf8'), file.startsWith('src/settings/')).map((text) => ({
        file,
        text,
      })),
    );
}

/** Every text that stands in `src/`, `…` for what is filled in: what a page quotes has to be among them. */
export function textsOfSource(): readonly string[] {
  return globSync('src/**/*.ts').flatMap((file) => {
    const texts: string[] = [];
    visit(treeOf(readFileSync(file, 'utf8')), (node) => {
      if (node.type === 'StringLiteral') texts.push(String(node.value));
      if (node.type === 'TemplateLiteral') texts.push(templateText(node));
    });
    return texts;
  });
}

/** @param withProblems whether `problem` is a member of a fault that is shown */
export function messagesOf(source: string, withProblems: boolean): readonly string[] {
  const members = withProblems ? ['problem', 'message'] : ['message', 'detail'];
  const known = new Values();
  const shown: unknown[] = [];
  const tree = treeOf(source);
  visit(tree, (node) => {
    known.note(node);
    shown.push(...shownBy(node, members));
  });
  return [...new Set(shown.flatMap((expression) => textsOf(expression, known, 0)))];
}

const treeOf = (source: string) =>
  parseSync(source, { syntax: 'typescript', target: 'es2022' }) as unknown as Node;

function visit(value: unknown, each: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each);
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) each(value);
    for (const child of Object.values(value)) visit(child, each);
  }
}

/** What a name stands for in one file: a variable's value, what a function returns, what a parameter is given. */
class Values {
  readonly #values = new Map<string, Node[]>();
  readonly #parameters = new Map<string, { readonly of: string; readonly at: number }[]>();
  readonly #calls = new Map<string, (readonly Node[])[]>();

  note(node: Node): void {
    if (node.type === 'VariableDeclarator' && isNode(node.init)) {
      if (node.init.type === 'ArrowFunctionExpression') this.#noteFunction(nameOf(node.id), node.init);
      else add(this.#values, nameOf(node.id), node.init);
    }
    if (node.type === 'FunctionDeclaration') this.#noteFunction(nameOf(node.identifier), node);
    if (node.type === 'CallExpression') add(this.#calls, nameOf(node.callee), argumentsOf(node));
  }

  of(name = ''): readonly Node[] {
    const given = (this.#parameters.get(name) ?? []).flatMap(({ of, at }) =>
      (this.#calls.get(of) ?? []).flatMap((values) => values[at] ?? []),
    );
    return [...(this.#values.get(name) ?? []), ...given];
  }

  #noteFunction(name: string | undefined, made: Node): void {
    for (const result of resultsOf(made)) add(this.#values, name, result);
    const parameters = made.params as readonly (Node & { readonly pat?: unknown })[];
    parameters.forEach((parameter, at) => {
      add(this.#parameters, nameOf(parameter.pat ?? parameter), { of: name ?? '', at });
    });
  }
}

function add<T>(to: Map<string, T[]>, name: string | undefined, value: T): void {
  if (name !== undefined) to.set(name, [...(to.get(name) ?? []), value]);
}

function resultsOf(made: Node): readonly Node[] {
  if (isNode(made.body) && !('stmts' in made.body)) return [made.body];
  const results: Node[] = [];
  visit(made.body, (node) => {
    if (node.type === 'ReturnStatement' && isNode(node.argument)) results.push(node.argument);
  });
  return results;
}

function argumentsOf(call: Node): readonly Node[] {
  return nodesIn((call.arguments as readonly { expression?: unknown }[]).map(({ expression }) => expression));
}

function shownBy(node: Node, members: readonly string[]): readonly unknown[] {
  const isMember = (name: unknown) => members.includes(nameOf(name) ?? '');
  if (node.type === 'NewExpression') {
    return nameOf(node.callee) === 'UserError' ? argumentsOf(node).slice(0, 1) : [];
  }
  if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'MemberExpression') {
    return nameOf(node.callee.property) === 'warning' ? argumentsOf(node).slice(0, 1) : [];
  }
  if (node.type === 'KeyValueProperty' && isMember(node.key)) return [node.value];
  // `{ problem }`
  return node.type === 'ObjectExpression' ? nodesIn(node.properties).filter(isMember) : [];
}

const MOST_STEPS = 6;

/** Every text that the expression can be, as far as the file alone tells. */
function textsOf(value: unknown, known: Values, depth: number): readonly string[] {
  if (!isNode(value) || depth > MOST_STEPS) return [];
  const of = (...parts: readonly unknown[]) => parts.flatMap((part) => textsOf(part, known, depth + 1));
  switch (value.type) {
    case 'StringLiteral':
      return [String(value.value)];
    case 'TemplateLiteral':
      return [templateText(value), ...of(...(value.expressions as readonly unknown[]))];
    case 'ConditionalExpression':
      return of(value.consequent, value.alternate);
    case 'BinaryExpression':
      return ['+', '??', '||', '&&'].includes(String(value.operator)) ? of(value.left, value.right) : [];
    case 'ParenthesisExpression':
    case 'AwaitExpression':
      return of(value.expression, value.argument);
    case 'ArrayExpression':
      return of(
        ...nodesIn((value.elements as readonly { expression?: unknown }[]).map((item) => item?.expression)),
      );
    case 'Identifier':
      return of(...known.of(nameOf(value)));
    case 'CallExpression':
      return isNode(value.callee) && value.callee.type === 'MemberExpression'
        ? of(
            value.callee.object,
            ...argumentsOf(value).filter(({ type }) => type === 'ArrowFunctionExpression'),
          )
        : of(value.callee);
    case 'ArrowFunctionExpression':
      return of(...resultsOf(value));
    default:
      return [];
  }
}

const templateText = (template: Node) =>
  (template.quasis as readonly { readonly cooked: string }[]).map(({ cooked }) => cooked).join(PLACEHOLDER);

/** The part of a message that is the same each time: its longest piece between values, in one line, without marks at its ends. */
export function stablePart(text: string): string {
  const pieces = text
    .replaceAll(/\s+/g, ' ')
    .split(PLACEHOLDER)
    .map((piece) => piece.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

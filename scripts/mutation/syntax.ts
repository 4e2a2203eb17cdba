import { parse } from '@babel/parser';

/** A node of Babel's syntax tree, as far as the operators look at it. Offsets are in UTF-16 units of the source. */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
};

/** What encloses a node, innermost last. */
export type Ancestors = readonly Node[];

/** TypeScript's wrappers around an expression; every other node of its kind is a type and is gone at run time. */
const WRAPPERS = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
/** What names something rather than computes it, or is read by the bundler. */
const NAMES = /^(Import|Export(All|Namespace|Default)?Specifier|ExportAllDeclaration|Directive)/;

/** @throws {SyntaxError} where `source` is not a TypeScript module */
export function programOf(source: string): Node {
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  return program as unknown as Node;
}

/** Calls `visit` for every node that runs, outermost first. */
export function walk(node: Node, visit: (node: Node, ancestors: Ancestors) => void): void {
  step(node, [], visit);
}

function step(node: Node, ancestors: Ancestors, visit: (node: Node, ancestors: Ancestors) => void): void {
  if (node.type.startsWith('TS') && !WRAPPERS.has(node.type)) return;
  if (NAMES.test(node.type) || node.declare === true || isDynamicImport(node)) return;
  if (node.type === 'ExportNamedDeclaration' && childOf(node, 'source') !== undefined) return;
  visit(node, ancestors);
  for (const child of childrenOf(node)) step(child, [...ancestors, node], visit);
}

/** The bundler wants the path of an `import()` as a literal. */
function isDynamicImport(node: Node): boolean {
  return node.type === 'CallExpression' && childOf(node, 'callee')?.type === 'Import';
}

function childrenOf(node: Node): Node[] {
  const values = Object.entries(node).flatMap(([key, value]) => (key.endsWith('omments') ? [] : value));
  return values.filter(isNode);
}

export function childOf(node: Node, key: string): Node | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Whether a module is gone once its types are stripped, or only hands on what others export. */
export function hasCode(program: Node): boolean {
  const body = program.body as readonly Node[];
  return body.some((statement) => {
    if (/^(TS|Import|ExportAll)/.test(statement.type)) return false;
    if (statement.type !== 'ExportNamedDeclaration') return true;
    const declaration = childOf(statement, 'declaration');
    return declaration !== undefined && !declaration.type.startsWith('TS');
  });
}

/** The functions whose text is used as text: elsewhere than in their module, where nothing that they import exists. */
export function sentAsText(program: Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(program, (node) => {
    const [object, property] = [childOf(node, 'object'), childOf(node, 'property')];
    if (node.type !== 'MemberExpression' || property?.name !== 'toString') return;
    if (object?.type === 'Identifier') names.add(String(object.name));
  });
  return names;
}

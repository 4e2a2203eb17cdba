import { type Ancestors, childOf, type Node } from './syntax.ts';

/** A fault that one place of the code may get. */
export type Mutation = {
  /** What is done to it, for example `negate condition`. */
  readonly operator: string;
  /** Lower is chosen first: decisions, then calls, then constants, then text. */
  readonly weight: number;
  readonly node: Node;
  /** What stands there instead; nothing for a statement that is left out. */
  readonly text: string | undefined;
};

type Operator = (node: Node, ancestors: Ancestors, text: (node: Node) => string) => Mutation | undefined;

const [DECISION, CALL, CONSTANT, TEXT] = [1, 2, 3, 4];

const SWAPPED: Readonly<Record<string, readonly [other: string, weight: number]>> = {
  '===': ['!==', DECISION],
  '!==': ['===', DECISION],
  '<': ['<=', CALL],
  '<=': ['<', CALL],
  '>': ['>=', CALL],
  '>=': ['>', CALL],
  '+': ['-', CONSTANT],
  '-': ['+', CONSTANT],
  '*': ['/', CONSTANT],
  '/': ['*', CONSTANT],
};
const LOOPS = /^(For|While|DoWhile)/;
const BOOLEAN = new Set(['===', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);

const negatedCondition: Operator = (node, _ancestors, text) => {
  const test = childOf(node, 'test');
  if (test === undefined || !/^(If|Conditional)/.test(node.type)) return undefined;
  return { operator: 'negate condition', weight: DECISION, node: test, text: `!(${text(test)})` };
};

const otherLogic: Operator = (node, _ancestors, text) => {
  if (node.type !== 'LogicalExpression') return undefined;
  const [left, right] = sides(node, text);
  if (node.operator === '??') return { operator: '?? to its right', weight: CALL, node, text: right };
  const other = node.operator === '&&' ? '||' : '&&';
  // What is on the left of a chain keeps its meaning in brackets only.
  return {
    operator: `${node.operator} to ${other}`,
    weight: DECISION,
    node,
    text: `(${left}) ${other} (${right})`,
  };
};

const otherComparison: Operator = (node, ancestors, text) => {
  const [other, weight] = SWAPPED[node.type === 'BinaryExpression' ? String(node.operator) : ''] ?? [];
  if (other === undefined || weight === undefined) return undefined;
  // Strings are added too; and what ends a loop would never end it.
  if (weight === CONSTANT && /['"`]/.test(text(node))) return undefined;
  if (weight === DECISION && LOOPS.test(ancestors.at(-1)?.type ?? '')) return undefined;
  const [left, right] = sides(node, text);
  return { operator: `${node.operator} to ${other}`, weight, node, text: `${left} ${other} ${right}` };
};

/** A value that says yes or no says the opposite, every other one is not given. */
const otherResult: Operator = (node, _ancestors, text) => {
  const value = resultOf(node);
  if (value === undefined || value.type === 'BlockStatement') return undefined;
  if (/^(BooleanLiteral|NullLiteral)$/.test(value.type) || text(value) === 'undefined') return undefined;
  if (isBoolean(value))
    return { operator: 'negate result', weight: DECISION, node: value, text: `!(${text(value)})` };
  return { operator: 'no result', weight: DECISION, node: value, text: 'undefined' };
};

function resultOf(node: Node): Node | undefined {
  if (node.type === 'ReturnStatement') return childOf(node, 'argument');
  return node.type === 'ArrowFunctionExpression' ? childOf(node, 'body') : undefined;
}

function isBoolean(node: Node): boolean {
  if (node.type === 'UnaryExpression') return node.operator === '!';
  return node.type === 'BinaryExpression' && BOOLEAN.has(String(node.operator));
}

const noCall: Operator = (node, _ancestors, text) => {
  const expression = childOf(node, 'expression');
  if (node.type !== 'ExpressionStatement' || expression === undefined) return undefined;
  const call = /^(Await|Unary)Expression$/.test(expression.type)
    ? childOf(expression, 'argument')
    : expression;
  if (!/^(Optional)?CallExpression$/.test(call?.type ?? '') || text(node).startsWith('super('))
    return undefined;
  const weight = /\bdebug\(/.test(text(node)) ? TEXT : CALL;
  return { operator: 'no call', weight, node, text: undefined };
};

const otherConstant: Operator = (node, ancestors, text) => {
  const parent = ancestors.at(-1);
  if (parent?.key === node && parent.computed !== true) return undefined;
  switch (node.type) {
    case 'BooleanLiteral':
      return { operator: 'other boolean', weight: CALL, node, text: String(node.value !== true) };
    case 'NumericLiteral':
      // Nobody sees a limit of 2,500 ms or characters that is one more.
      return Number(node.value) < 100
        ? { operator: 'number + 1', weight: CONSTANT, node, text: `${text(node)} + 1` }
        : { operator: 'number to 0', weight: CONSTANT, node, text: '0' };
    case 'RegExpLiteral':
      return { operator: 'matches nothing', weight: CONSTANT, node, text: '/(?!)/' };
    case 'StringLiteral':
      return node.value === '' ? undefined : { operator: 'no text', weight: TEXT, node, text: "''" };
    case 'TemplateLiteral':
      return parent?.type === 'TaggedTemplateExpression'
        ? undefined
        : { operator: 'no text', weight: TEXT, node, text: "''" };
    case 'ArrayExpression':
      return (node.elements as readonly unknown[]).length === 0
        ? undefined
        : { operator: 'empty list', weight: CONSTANT, node, text: '[]' };
    default:
      return undefined;
  }
};

function sides(node: Node, text: (node: Node) => string): [string, string] {
  const [left, right] = [childOf(node, 'left'), childOf(node, 'right')];
  const part = (side: Node | undefined) => {
    if (side === undefined) return '';
    const isBracketed = (side.extra as { parenthesized?: boolean } | undefined)?.parenthesized === true;
    return isBracketed ? `(${text(side)})` : text(side);
  };
  return [part(left), part(right)];
}

const OPERATORS: readonly Operator[] = [
  negatedCondition,
  otherLogic,
  otherComparison,
  otherResult,
  noCall,
  otherConstant,
];

/** What may be done to a node itself; a part of an error's message is chosen last. */
export function mutationsOf(node: Node, ancestors: Ancestors, text: (node: Node) => string): Mutation[] {
  const isMessage = ancestors.some(isError);
  return OPERATORS.flatMap((operator) => {
    const mutation = operator(node, ancestors, text);
    if (mutation === undefined) return [];
    return isMessage ? { ...mutation, weight: TEXT } : mutation;
  });
}

function isError(node: Node): boolean {
  const name = node.type === 'NewExpression' ? childOf(node, 'callee')?.name : undefined;
  return typeof name === 'string' && /(Error|Fault|Faults|Inputs)$/.test(name);
}

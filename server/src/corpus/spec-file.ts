import { parseSync, Visitor, type Expression } from 'oxc-parser';

/** A string constant of a spec. */
interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Which folders of `cases/<folder>` a spec runs: all of them, or those whose name fits. */
interface FolderSelection {
  readonly folder: string;
  readonly pattern: RegExp | undefined;
}

export interface SpecContents {
  readonly constants: readonly NamedText[];
  readonly selections: readonly FolderSelection[];
  /** Labels that `runSuccessionSearchBarScenarioE2E('label')` calls use. */
  readonly scenarioLabels: readonly string[];
  /** `{label, prompt}` objects. */
  readonly scenarios: readonly { readonly label: string; readonly prompt: string }[];
}

const LIST = 'listScenarioDirs';
const RUN = 'runSuccessionSearchBarScenarioE2E';

/** Reads a TypeScript file by its syntax tree: what stands in comments and in other strings is not code. @throws Error where it does not parse */
export function readSpec(source: string, file: string): SpecContents {
  const { program, errors } = parseSync(file, source);
  const [fault] = errors;
  if (fault) throw new Error(`does not parse: ${fault.message}`);
  const constants: NamedText[] = [];
  const selections: FolderSelection[] = [];
  const scenarioLabels: string[] = [];
  const scenarios: { label: string; prompt: string }[] = [];
  const roots = new Map<string, string>();
  /** `listScenarioDirs(…)` calls that a filter was found for, so that they are not also read as unfiltered. */
  const filtered = new Set<number>();
  const textOf = (node: Expression): string | undefined => textOfNode(node, source);

  new Visitor({
    VariableDeclaration(declaration) {
      if (declaration.kind !== 'const') return;
      for (const { id, init } of declaration.declarations) {
        if (id.type !== 'Identifier' || !init) continue;
        const folder = casesFolder(init);
        if (folder !== undefined) roots.set(id.name, folder);
        const text = textOf(init);
        if (text !== undefined) constants.push({ name: id.name, text });
      }
    },
    ObjectExpression(object) {
      const value = (key: string): string | undefined => {
        for (const property of object.properties) {
          if (property.type !== 'Property' || property.computed) continue;
          const name = property.key.type === 'Identifier' ? property.key.name : property.key.type === 'Literal' ? property.key.value : undefined;
          if (name === key) return textOf(property.value);
        }
        return undefined;
      };
      const [label, prompt] = [value('label'), value('prompt')];
      if (label !== undefined && prompt !== undefined) scenarios.push({ label, prompt });
    },
    CallExpression(call) {
      const [first] = call.arguments;
      if (call.callee.type === 'Identifier' && call.callee.name === RUN && first && first.type !== 'SpreadElement') {
        const label = textOf(first);
        if (label !== undefined) scenarioLabels.push(label);
      }
      const listed = listedRoot(call);
      if (listed !== undefined && !filtered.has(call.start)) selections.push({ folder: listed, pattern: undefined });
      if (call.callee.type !== 'MemberExpression' || call.callee.property.type !== 'Identifier' || call.callee.property.name !== 'filter') return;
      const inner = call.callee.object;
      const root = inner.type === 'CallExpression' ? listedRoot(inner) : undefined;
      const pattern = first && first.type !== 'SpreadElement' ? testedPattern(first) : undefined;
      if (root === undefined || !pattern) return;
      filtered.add(inner.start);
      selections.push({ folder: root, pattern });
    },
  }).visit(program);
  return {
    constants,
    selections: selections.map((one) => ({ ...one, folder: roots.get(one.folder) ?? one.folder })).filter((one) => [...roots.values()].includes(one.folder)),
    scenarioLabels,
    scenarios,
  };
}

type Call = Extract<Expression, { type: 'CallExpression' }>;

/** The variable that `listScenarioDirs(casesRoot)` lists. */
function listedRoot(call: Call): string | undefined {
  const [first] = call.arguments;
  return call.callee.type === 'Identifier' && call.callee.name === LIST && first?.type === 'Identifier' ? first.name : undefined;
}

/** `path.join(root, 'cases', '<folder>')`: the folder. */
function casesFolder(node: Expression): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const { callee } = node;
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : undefined;
  if (name !== 'join' && name !== 'resolve') return undefined;
  const words = node.arguments.map((argument) => (argument.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined));
  const at = words.indexOf('cases');
  return at >= 0 ? words[at + 1] : undefined;
}

/** `(d) => /re/.test(d)`: the pattern. */
function testedPattern(node: Expression): RegExp | undefined {
  if (node.type !== 'ArrowFunctionExpression') return undefined;
  const [statement] = node.body.type === 'BlockStatement' ? node.body.body : [];
  const body = statement?.type === 'ReturnStatement' ? statement.argument : statement?.type === 'ExpressionStatement' ? statement.expression : node.body;
  if (body?.type !== 'CallExpression' || body.callee.type !== 'MemberExpression') return undefined;
  const { object, property } = body.callee;
  if (property.type !== 'Identifier' || property.name !== 'test' || object.type !== 'Literal' || !('regex' in object)) return undefined;
  return new RegExp(object.regex.pattern, object.regex.flags.replaceAll(/[gy]/g, ''));
}

/** A quoted string as it reads, a template raw between its backticks, `[…].join(…)` of such; `.trim()`, `as` and brackets around them are seen through. */
function textOfNode(node: Expression, source: string): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TemplateLiteral') return source.slice(node.start + 1, node.end - 1);
  if (node.type === 'ParenthesizedExpression' || node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return textOfNode(node.expression, source);
  return node.type === 'CallExpression' ? joinedText(node, source) : undefined;
}

function joinedText(call: Call, source: string): string | undefined {
  if (call.callee.type !== 'MemberExpression' || call.callee.property.type !== 'Identifier') return undefined;
  const { object, property } = call.callee;
  if (property.name === 'trim') return textOfNode(object, source);
  if (property.name !== 'join' || object.type !== 'ArrayExpression') return undefined;
  const [separator] = call.arguments;
  const between = separator === undefined ? ',' : separator.type === 'SpreadElement' ? undefined : textOfNode(separator, source);
  const parts = object.elements.map((element) => (element === null || element.type === 'SpreadElement' ? undefined : textOfNode(element, source)));
  if (between === undefined || parts.includes(undefined)) return undefined;
  // A separator in quotes reads "\n" as a line end already; in a raw template it is still written out.
  return parts.join(between === '\\n' ? '\n' : between);
}

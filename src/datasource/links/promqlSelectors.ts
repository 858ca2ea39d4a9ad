/** What an expression is made of, as far as finding its selectors takes. Comments and texts hide what they hold. */
const TOKEN =
  /#[^\n]*|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`|\[[^\]]*\]|[a-zA-Z_:][\w:]*|\d[\w.]*|[{}()]|\s+|[^]/g;

/** Labels of what comes out are not those of what goes in: a matcher inside would name the wrong ones. */
const RELABELLING = new Set([
  'label_replace',
  'label_join',
  'count_values',
  'group_left',
  'group_right',
  'on',
  'ignoring',
]);

const KEYWORDS = new Set([
  ...['and', 'or', 'unless', 'atan2', 'bool', 'offset', 'by', 'without', 'start', 'end', 'inf', 'nan'],
  ...['sum', 'min', 'max', 'avg', 'count', 'group', 'stddev', 'stdvar', 'topk', 'bottomk', 'quantile', 'limitk'],
]);
const LABEL_LISTS = new Set(['by', 'without']);

/**
 * Cuts a PromQL expression where matchers can be added to its selectors, so that joining the parts with
 * `source="web",` narrows all of them. Undefined where that could mean something else, as with `label_replace`.
 */
export function cutAtSelectors(expression: string): readonly string[] | undefined {
  const tokens = expression.match(TOKEN) ?? [];
  const meaningful = tokens.flatMap((token, index) => (/^\s|^#/.test(token) ? [] : [index]));
  const parts: string[] = [];
  let part = '';
  let written = 0;
  const write = (upTo: number) => {
    part += tokens.slice(written, upTo).join('');
    written = upTo;
  };
  const cut = () => {
    parts.push(part);
    part = '';
  };
  for (let place = 0; place < meaningful.length; place++) {
    const token = tokens[meaningful[place]];
    const next = tokens[meaningful[place + 1]];
    if (token === '{') {
      write(meaningful[place] + 1);
      cut();
      const end = meaningful.findIndex((index, each) => each > place && tokens[index] === '}');
      if (end < 0) {
        return undefined;
      }
      place = end;
    } else if (/^[a-zA-Z_:]/.test(token)) {
      const word = token.toLowerCase();
      if (RELABELLING.has(word)) {
        return undefined;
      }
      if (LABEL_LISTS.has(word) && next === '(') {
        const end = meaningful.findIndex((index, each) => each > place && tokens[index] === ')');
        place = end < 0 ? meaningful.length : end;
      } else if (next !== '(' && next !== '{' && !KEYWORDS.has(word)) {
        write(meaningful[place] + 1);
        part += '{';
        cut();
        part = '}';
      }
    }
  }
  write(tokens.length);
  return parts.length === 0 ? undefined : [...parts, part];
}

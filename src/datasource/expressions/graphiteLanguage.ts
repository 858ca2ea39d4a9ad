import { StreamLanguage, type StringStream } from '@codemirror/language';
import { tags } from '@lezer/highlight';

interface InString {
  /** The quote that ends the string that a line begins in. */
  quote?: string;
}

const VARIABLE = /^(?:\$\w+|\$\{[^}]*\}|\[\[\w+(?::\w+)?\]\])/;

/** Graphite's targets, as far as colours need them: functions, paths with their globs, strings and numbers. */
export const GRAPHITE = StreamLanguage.define<InString>({
  name: 'graphite',
  startState: () => ({}),
  copyState: (state) => ({ ...state }),
  token: (stream, state) => {
    if (state.quote !== undefined) {
      return stringToken(stream, state, state.quote);
    }
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match(VARIABLE)) {
      return 'template';
    }
    if (stream.match(/^['"]/)) {
      return stringToken(stream, state, stream.current());
    }
    if (stream.match(/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?=[\s,)]|$)/i)) {
      return 'number';
    }
    if (stream.match(/^(?:true|false|none)(?=[\s,)]|$)/i)) {
      return 'constant';
    }
    if (stream.match(/^[A-Za-z_]\w*(?=\s*\()/)) {
      return 'called';
    }
    if (stream.match(/^[()]/)) {
      return 'bracket';
    }
    if (stream.match(/^[.,]/)) {
      return 'separator';
    }
    if (stream.match(/^(?:[*?]+|[{}]|\[[^\]]*\])/)) {
      return 'glob';
    }
    if (stream.match(/^[^\s.,(){}*?[\]'"$]+/)) {
      return 'path';
    }
    stream.next();
    return null;
  },
  tokenTable: {
    template: tags.special(tags.variableName),
    string: tags.string,
    number: tags.number,
    constant: tags.bool,
    called: tags.function(tags.variableName),
    bracket: tags.paren,
    separator: tags.separator,
    glob: tags.operator,
    path: tags.variableName,
  },
  languageData: { closeBrackets: { brackets: ['(', '{', '[', "'", '"'] } },
});

function stringToken(stream: StringStream, state: InString, quote: string): string {
  state.quote = quote;
  while (!stream.eol()) {
    if (stream.next() === quote) {
      state.quote = undefined;
      break;
    }
  }
  return 'string';
}

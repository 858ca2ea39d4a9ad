import { HighlightStyle, syntaxHighlighting, type TagStyle } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { GrafanaTheme2 } from '@grafana/data';
import { tags } from '@lezer/highlight';

/** Each style sheet that is made stays in the page. */
const made = new WeakMap<GrafanaTheme2, Extension>();

/** The editor in the colours, fonts and spaces of Grafana's text areas and menus. */
export function editorTheme(theme: GrafanaTheme2): Extension {
  const known = made.get(theme);
  if (known) {
    return known;
  }
  const style = { ...fieldStyle(theme), ...popupStyle(theme) };
  const extension = [
    EditorView.theme(style, { dark: theme.isDark }),
    syntaxHighlighting(HighlightStyle.define(wordStyles(theme))),
  ];
  made.set(theme, extension);
  return extension;
}

type Style = Parameters<typeof EditorView.theme>[0];

/** The field, with its variables and marks. */
export function fieldStyle(theme: GrafanaTheme2): Style {
  const { colors, components, shape, spacing, typography } = theme;
  return {
    '&': {
      color: components.input.text,
      backgroundColor: components.input.background,
      border: `1px solid ${components.input.borderColor}`,
      borderRadius: shape.radius.default,
      fontSize: typography.fontSize + 'px',
    },
    '&:hover': { borderColor: components.input.borderHover },
    '&.cm-focused': {
      outline: '2px dotted transparent',
      outlineOffset: '2px',
      boxShadow: `0 0 0 2px ${colors.background.canvas}, 0 0 0px 4px ${colors.primary.main}`,
    },
    '.cm-scroller': {
      fontFamily: typography.fontFamilyMonospace,
      lineHeight: String(typography.body.lineHeight),
      maxHeight: '40vh',
    },
    '.cm-content': { padding: `${spacing(0.5)} 0`, caretColor: colors.text.maxContrast, minHeight: spacing(3.75) },
    '.cm-line': { padding: `0 ${spacing(1)}` },
    '.cm-placeholder': { color: colors.text.secondary, fontStyle: 'italic' },
    '&.cm-focused .cm-matchingBracket': {
      backgroundColor: colors.action.focus,
      outline: `1px solid ${colors.border.strong}`,
    },
    '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: colors.error.text },
    '.cm-variable, .cm-variable *': { color: colors.warning.text, fontWeight: String(typography.fontWeightMedium) },
    '.cm-lintRange': { backgroundImage: 'none', textUnderlineOffset: '3px' },
    '.cm-lintRange-error': { textDecoration: `underline wavy ${colors.error.text} 1px` },
    '.cm-lintRange-info': { textDecoration: `underline dotted ${colors.text.secondary} 1px` },
    '.cm-lintRange-active': { backgroundColor: colors.action.focus },
    '.cm-lintPoint-error:after': { borderBottomColor: colors.error.text },
    '.cm-lintPoint-info:after': { borderBottomColor: colors.text.secondary },
  };
}

/** Lists of completions, their help, and messages of marks. */
export function popupStyle(theme: GrafanaTheme2): Style {
  const { colors, shadows, shape, spacing, typography } = theme;
  return {
    '.cm-tooltip': {
      color: colors.text.primary,
      backgroundColor: popupBackground(theme),
      border: `1px solid ${colors.border.medium}`,
      borderRadius: shape.radius.default,
      boxShadow: shadows.z3,
      zIndex: String(theme.zIndex.portal),
      fontSize: typography.bodySmall.fontSize,
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': {
      fontFamily: typography.fontFamilyMonospace,
      maxHeight: '16em',
      maxWidth: 'min(600px, 95vw)',
      minWidth: 'min(240px, 95vw)',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: `${spacing(0.25)} ${spacing(1)}`, lineHeight: '1.6' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      color: colors.text.maxContrast,
      backgroundColor: colors.action.selected,
      boxShadow: `inset 3px 0 0 ${colors.primary.main}`,
      // Seen where the system forces its own colours.
      outline: '1px solid transparent',
    },
    '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: String(typography.fontWeightBold) },
    '.cm-completionDetail': { color: colors.text.secondary, fontStyle: 'normal' },
    '.cm-tooltip-autocomplete li[aria-selected] .cm-completionDetail': { color: 'inherit' },
    '.cm-tooltip.cm-completionInfo': { padding: spacing(1), maxWidth: '320px', lineHeight: '1.4' },
    '.cm-diagnostic': { padding: `${spacing(0.5)} ${spacing(1)}` },
    '.cm-diagnostic-error': { borderLeft: `3px solid ${colors.error.border}` },
    '.cm-diagnostic-info': { borderLeft: `3px solid ${colors.border.strong}` },
  };
}

/** What lists and messages lie on: Grafana 11.1 has no colour of its own for it. */
export function popupBackground({ colors: { background } }: GrafanaTheme2): string {
  return 'elevated' in background && typeof background.elevated === 'string' ? background.elevated : background.primary;
}

/** How the words of a language look, by what they are. */
export function wordStyles(theme: GrafanaTheme2): readonly TagStyle[] {
  const { colors, isDark, visualization } = theme;
  const named = (dark: string, light: string) => visualization.getColorByName(isDark ? dark : light);
  return [
    { tag: tags.function(tags.variableName), color: colors.primary.text },
    { tag: [tags.operatorKeyword, tags.modifier, tags.logicOperator], color: named('light-purple', 'dark-purple') },
    { tag: tags.string, color: colors.success.text },
    { tag: [tags.number, tags.bool], color: named('light-orange', 'dark-red') },
    { tag: tags.labelName, color: named('light-blue', 'dark-blue') },
    { tag: [tags.operator, tags.separator], color: colors.text.secondary },
    { tag: tags.comment, color: colors.text.secondary, fontStyle: 'italic' },
  ];
}

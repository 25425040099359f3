import { extname } from 'node:path'
import { parseSync, Visitor } from 'rolldown/utils'

/** Gives the pieces of prose in a file: its kind, its words, and the line it begins at. */
export function passagesOf(file, text) {
  const type = extname(file)
  if (type === '.md' || type === '.mdx') return fromMarkdown(text)
  if (type === '.css')
    return [...text.matchAll(/\/\*[\s\S]*?\*\//g)].flatMap((match) =>
      fromComment(match[0], lineOf(text, match.index)),
    )
  return fromProgram(file, text)
}

/** Paragraphs, list items and table cells: no code blocks, no headings, no front matter. */
function fromMarkdown(text) {
  const kept = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, blank).replace(/<!--[\s\S]*?-->/g, blank)
  return kept
    .split('\n')
    .map((words, index) => ({ words, line: index + 1 }))
    .filter(({ words }) => words.trim() && !/^(#|import |export |\||\s*<)/.test(words))
    .concat(
      kept.split('\n').flatMap((row, index) =>
        row.startsWith('|') && !/^[|\s:-]+$/.test(row)
          ? row
              .split('|')
              .filter((cell) => cell.trim())
              .map((words) => ({ words, line: index + 1 }))
          : [],
      ),
    )
}

/** Comments, and strings that read like a sentence: errors, names of tests, descriptions. */
function fromProgram(file, text) {
  const { program, comments } = parseSync(file, text)
  const strings = []
  const keep = (words, node) => {
    if (isProse(words)) strings.push({ kind: 'string', words, line: lineOf(text, node.start) })
  }
  new Visitor({
    Literal: (node) => typeof node.value === 'string' && keep(node.value, node),
    TemplateLiteral: (node) => keep(node.quasis.map(({ value }) => value.cooked).join(' code '), node),
    JSXText: (node) => keep(node.value, node),
  }).visit(program)
  return [...joinLines(comments, text).map((passage) => ({ kind: 'comment', ...passage })), ...strings]
}

/** Line comments that stand under each other are one passage. */
function joinLines(comments, text) {
  const passages = []
  let last
  for (const { type, value, start } of comments) {
    const line = lineOf(text, start)
    if (type === 'Block') passages.push(...fromComment(value, line))
    else if (last && last.end === line - 1) {
      last.words += ` ${value.trim()}`
      last.end = line
    } else passages.push((last = { words: value.trim(), line, end: line }))
  }
  return passages.filter(({ words }) => !/^(@|oxlint-|biome-|#region|\/ <reference)/.test(words))
}

/** A docblock's paragraphs, without its stars and the names of its tags. */
function fromComment(comment, start) {
  const lines = comment.replaceAll(/^\s*\/?\*+\/?|\*+\/$/gm, '').split('\n')
  const passages = []
  let open
  for (const [index, words] of lines.entries()) {
    if (!words.trim()) open = undefined
    else if (open && !/^\s*(@|[-*] )/.test(words)) open.words += ` ${words.trim()}`
    else passages.push((open = { words: words.trim().replace(/^@\w+\s*/, ''), line: start + index }))
  }
  return passages
}

/** Four words or more of plain letters, and no code, style or markup. */
function isProse(words) {
  return (
    /(?:\b[a-zA-Z’']{2,}[,;:]?\s+){3}/.test(words) &&
    !/[{}<>]|=>|^\s*(import|export|const) |;\s*$/m.test(words)
  )
}

function lineOf(text, index) {
  return text.slice(0, index).split('\n').length
}

/** Keeps the lines, so that places stay right. */
function blank(match) {
  return match.replace(/[^\n]/g, '')
}

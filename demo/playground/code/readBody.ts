import { isRecord } from './Found'
import { parseExpressionText } from './parseCode'
import { parseJson } from './parseJson'
import { staticValue } from './staticValue'

/**
 * Reads a JSON body. It also takes what is nearly JSON: a comma too many, a comment, names without quotes. Returns
 * undefined for anything that is no object.
 */
export function readBody(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(text) ?? parseLiteral(text)
  return isRecord(value) ? value : undefined
}

function parseLiteral(text: string): unknown {
  const expression = parseExpressionText(text)
  return expression && staticValue(expression)
}

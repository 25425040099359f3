/**
 * Under this symbol a record that was read from a file keeps the line it began on, from 1.
 * JSON and schemas pass over symbols, so it reaches findings and failures and never the wire.
 */
export const LINE: unique symbol = Symbol.for('react-seam-portal.line')

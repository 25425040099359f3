/** The text of a classic script that runs a module: see bundledProgram.mjs. */
declare module '*?program' {
  export const program: string
}

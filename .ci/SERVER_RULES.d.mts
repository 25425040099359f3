/** Attack, file of src/server, the rule, and what stands there without it. */
export const SERVER_RULES: [attack: number, file: string, rule: string, instead: string][]

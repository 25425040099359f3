/** The attack, the file of src/server, the rule, and the text that replaces the rule. */
export const SERVER_RULES: [attack: number, file: string, rule: string, instead: string][]

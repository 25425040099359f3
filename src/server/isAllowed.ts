/** Asks a rule of a grant. Only `true`, said or returned, opens a door. */
export async function isAllowed<Subject>(
  rule: true | ((subject: Subject) => boolean | Promise<boolean>) | undefined,
  subject: Subject,
): Promise<boolean> {
  return rule === true || (typeof rule === 'function' && (await rule(subject)) === true)
}

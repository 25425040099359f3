import { connection } from 'next/server'

export interface User {
  id: string
  organization: string
}

/** Who is signed in. Put your own session here: read its cookie, look the user up, and give null for nobody. */
export async function signedInUser(): Promise<User | null> {
  // Asked anew for each request. A page of one user, made ahead at build time, would be everybody's.
  await connection()
  return { id: 'user-1', organization: 'harbour-house' }
}

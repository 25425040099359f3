import { connection } from 'next/server'

export interface User {
  id: string
  organization: string
}

/** Gives the signed-in user. Put your own session here: read its cookie, find the user, and return null when signed out. */
export async function signedInUser(): Promise<User | null> {
  // Wait for a request. Otherwise Next may render the page of one user at build time and send it to every user.
  await connection()
  return { id: 'user-1', organization: 'harbour-house' }
}

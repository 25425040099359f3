import { handler } from '@/lib/seam'

export const POST = (request: Request) => handler(request)

import { CreatePortalRequest, CustomerData, CustomerPortal, DeleteDataRequest } from '../../src/schemas/index'
import { type Field, fieldsOf } from './fieldsOf'

/** The fields of the vendor's pages, page by page. */
export const PAGE_FIELDS = {
  // `_dev` is for the vendor's own staff: no prop sets it, and the handler never sends it.
  create_portal: fieldsOf(CreatePortalRequest).filter(({ path }) => path !== '_dev'),
  push_data: fieldsOf(CustomerData),
  delete_data: fieldsOf(DeleteDataRequest),
  customer_portal: fieldsOf(CustomerPortal),
} satisfies Record<string, Field[]>

/** The name of the test of a field. */
export function testName(path: string): string {
  return `\`${path}\``
}

const TEST = '[`everyField`](../test/schemas/everyField.test.ts)'

/** Returns the text of docs/vendor-coverage.md. */
export function vendorCoverage(): string {
  const options = PAGE_FIELDS.create_portal.filter(({ path }) => !path.startsWith('customer_data.'))
  return `<!-- Written by node .ci/vendorCoverage.mjs from the schemas. A test compares it with them. -->

# Every field of the vendor's API

The tables list each field of the vendor's pages, the prop or hook that sets it, and a test. The test sends the field
through client and handler, and finds it in the sandbox. These tests are in ${TEST}; the last column has the test's
name. Other tests compare the same fields with the vendor's OpenAPI text and with the types of its official client.

## create_portal

Every prop is a prop of \`PortalFrame\`, \`PortalLauncher\` and \`PortalDialog.Root\`, and an option of \`usePortal()\`,
\`useOpenPortal()\` and \`useCreatePortal()\`.

| field | set by | test |
|---|---|---|
${rows(options, ({ path }) => [`prop \`${path.split(/[.[]/)[0]}\`${NOTES[path] ?? ''}`, proof('create_portal', path)])}

\`customer_data\` is the body of push_data, below. The vendor's \`_dev\` is for the vendor's own staff, and the handler never sends it.

## push_data, and customer_data of create_portal

With \`usePushData()\`, send each field as the table names it. With the prop \`customer_data\`, put it into that object. The
handler accepts records only when the grant has \`allow.customer_data\`.

| field | set by | test |
|---|---|---|
${rows(PAGE_FIELDS.push_data, ({ path }) => [
  `\`usePushData()\`, prop \`customer_data\`${path === 'customer_key' ? ', prop `customer_key`' : ''}`,
  `${proof('push_data', path)}, ${proof('create_portal', `customer_data.${path}`)}`,
])}

## delete_data

| field | set by | test |
|---|---|---|
${rows(PAGE_FIELDS.delete_data, ({ path }) => ['`useDeleteData()`', proof('delete_data', path)])}

The vendor has no \`site_keys\`: sites can be pushed and not deleted.

## The customer_portal object

| field | read from | test |
|---|---|---|
${rows(PAGE_FIELDS.customer_portal, ({ path }) => [READ[path] ?? '', proof('customer_portal', path)])}
`
}

/** Notes about how a field is set. */
const NOTES: Record<string, string> = {
  customization_profile_id: ', equal to `portal.customization_profile_id` of the grant',
  'features.manage_devices.exclude': ' (deprecated by the vendor: `features.manage.exclude`)',
}

/** Where a host reads a field of the answer. */
const READ: Record<string, string> = {
  url: "`useCreatePortal()`; the frame's address",
  customer_key: '`useCreatePortal()`',
  created_at: '`useCreatePortal()`',
  expires_at: '`useCreatePortal()`; the status `expired`',
  workspace_id: 'the schema `CustomerPortal`, on a server; the handler keeps it from browsers',
}

function rows(fields: readonly Field[], cells: (field: Field) => string[]): string {
  return fields.map((field) => `| \`${field.path}\` | ${cells(field).join(' | ')} |`).join('\n')
}

function proof(page: string, path: string): string {
  return `${page} › ${testName(path)}`
}

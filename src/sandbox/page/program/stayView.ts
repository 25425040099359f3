import type { PortalStay } from '../PortalSnapshot'
import type { PageWords } from '../words/enUS'
import { actionButton, type Child, copyCode, h, linkButton, small } from './h'
import { find, hash, idOf } from './devices'
import { formatStay, formatTime } from './formatTime'
import type { Page } from './Page'

/** The page of one stay: its facts, and what the user may do about its access. */
export function stayView(page: Page): Child {
  const { data, options, state, t } = page
  const { id } = state
  const stay = find(data.stays, id)
  if (!stay) return null
  const manage = options.features?.manage ?? {}
  const revoked = state.revoked.has(id)
  return [
    h('div', {}, h('span', { class: revoked ? 'pill bad' : 'pill good' }, t(revoked ? 'revoked' : 'active'))),
    facts(page, [
      ['guest', stay.person],
      ['check_in', formatTime(page, stay.starts_at, stay.time_zone)],
      ['check_out', formatTime(page, stay.ends_at, stay.time_zone)],
      ['place', stay.places.join(', ')],
      ['access_code', revoked ? undefined : copyCode(page, id, codeOf(page, stay), stay.name)],
    ]),
    manage.exclude_reservation_technical_details
      ? null
      : [
          h('h2', {}, t('technical_details')),
          facts(page, [['identifier', h('span', { class: 'code' }, stay.key)]]),
        ],
    manage.exclude_reservation_management ? null : actions(page, stay, revoked),
  ]
}

/** The tab `stays`: every stay, with its code. */
export function staysTab(page: Page): Child {
  const { data, t } = page
  if (!data.stays.length) return h('p', { class: 'empty' }, t('no_stays'))
  const head = (key: keyof PageWords, wide = '') => h('th', { scope: 'col', class: wide }, t(key))
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h('tr', {}, head('name'), head('when', 'wide'), head('place', 'wide'), head('access_code')),
    ),
    h(
      'tbody',
      {},
      data.stays.map((stay) => row(page, stay)),
    ),
  )
}

/** The code of a stay: the one that the user had made here, or its own. */
export function codeOf({ state }: Page, stay: PortalStay): string {
  return state.codes.get(idOf(stay)) ?? stay.code
}

function row(page: Page, stay: PortalStay): HTMLElement {
  const { state, t } = page
  const id = idOf(stay)
  return h(
    'tr',
    { 'data-stay': stay.key },
    h(
      'td',
      {},
      linkButton(page, stay.name, 'stay', id),
      small(stay.person ?? ''),
      small(formatStay(page, stay), ' narrow'),
    ),
    h('td', { class: 'wide' }, formatStay(page, stay)),
    h('td', { class: 'wide' }, stay.places.join(', ')),
    h(
      'td',
      {},
      state.revoked.has(id)
        ? h('span', { class: 'pill bad' }, t('revoked'))
        : copyCode(page, id, codeOf(page, stay), stay.name),
    ),
  )
}

function facts({ t }: Page, pairs: readonly (readonly [keyof PageWords, Child | undefined])[]): HTMLElement {
  return h(
    'dl',
    { class: 'facts' },
    pairs.map(([key, value]) => (value ? [h('dt', {}, t(key)), h('dd', {}, value)] : null)),
  )
}

function actions(page: Page, stay: PortalStay, revoked: boolean): HTMLElement {
  const { options, state, draw, t } = page
  const id = idOf(stay)
  return h(
    'div',
    { class: 'actions' },
    actionButton(
      page,
      'new code',
      t('new_code'),
      () => {
        state.codes.set(id, String(1000 + (hash(codeOf(page, stay) + id) % 9000)))
        state.copied = null
        draw()
      },
      { disabled: revoked || options.read_only === true },
    ),
    actionButton(page, 'revoke', t(revoked ? 'restore' : 'revoke'), () => {
      if (revoked) state.revoked.delete(id)
      else state.revoked.add(id)
      draw()
    }),
  )
}

// Keys press buttons of the page, found by their key or by that of their container. One listener on the document stays
// as long as the tab lives, because Streamlit takes a component off the page and puts it back when it draws again, for
// up to 200 ms, and a key that is pressed in between has to count.
const GONE_AFTER_MS = 1_000, CLOSED_WITHIN_MS = 2_000, PICKED_MS = 1_500
const kept = (document.llmLadderKeys ??= { presses: {}, owner: null, listens: false })
let shownBefore = null
const LED_MS = 5_000, FOLLOWED_FROM_MS = 120, FOLLOWED_MS = 2_000, LOOKED_AGAIN_MS = 60, SECOND_MS = 400, SAME_PX = 32

const TAKES_SPACE = 'button, a, summary, select, [role="button"], [role="menuitem"], [role="option"], [role="combobox"]'
const TICKS = 'input[type="checkbox"], [role="checkbox"], [role="switch"]'
const TYPED = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])'
const MENU = '[data-testid="stPopoverButton"]'
const IN_MENU = '[data-testid="stPopoverBody"] :is(button, a[href], input, textarea, [tabindex="0"])'
const TICKED = 'input[type="radio"], input[type="checkbox"]', CHOICE = `[role="radio"], ${TICKED}`
const CHOSEN = '[aria-checked="true"], input:checked'
const MAIN_ACT = '.st-key-room-controls [data-testid="stBaseButton-primary"]'
const LEADS = `${MAIN_ACT}, .st-key-remote [data-testid^="stBaseButton"]`
const OPEN = '[role="dialog"], [role="menu"], [role="listbox"]', PRESSED = "button, a"

function takes(target, key) {
  if (!(target instanceof Element)) return false
  if (target.isContentEditable || target.matches(TYPED)) return true
  if (key !== "Space" && key !== "Enter") return false
  if (key === "Space" && isLeft(target.closest(PRESSED))) return false
  if (target.closest('[role="radio"][aria-checked="true"]')) return false // it would take the choice back
  if (target.closest(TAKES_SPACE)) return true
  if (key === "Enter") return false
  const radio = target.closest('input[type="radio"]')
  return radio ? !radio.checked : Boolean(target.closest(TICKS))
}

// A host who leads by keys does not mean the focused button with Space if they pressed it by mouse, or went on from it by
// key; only if they came to it with Tab. The same holds for the projector's link. `:focus-visible` cannot tell these apart.
function isLeft(pressed) {
  return Boolean(kept.leads && pressed && pressed === kept.pointed)
}

function notePointed(event) {
  const target = event.composedPath()[0]
  if (kept.ledBy?.type === "keydown") kept.ledBy = null // the Space that follows a press of something else is meant
  kept.pointed = event.type === "pointerdown" && target instanceof Element ? target.closest(PRESSED) : null
}

// The content of an open menu is at the end of the document: Tab from its button would skip it, and close it.
function goIntoMenu(event) {
  const at = document.activeElement
  if (event.shiftKey || !at?.matches(MENU) || at.getAttribute("aria-expanded") !== "true") return
  const within = [...document.querySelectorAll(IN_MENU)]
  const first = within.find((element) => !element.disabled && element.getClientRects().length > 0)
  if (!first) return
  event.preventDefault()
  first.focus()
}

function onTab(event) {
  if (event.key !== "Tab") return
  notePointed(event)
  goIntoMenu(event)
}

function isOpen() {
  return [...document.querySelectorAll(OPEN)].some((element) => element.getClientRects().length > 0)
}

// "name" is the first enabled button in a container; "name#2" its second choice, "name?2" the second choice of its first
// group that has none chosen. "!name" is a note of that class, which is hidden until it is asked for.
function named(name) {
  const [, first] = name.split(/[#?]/)
  const box = boxOf(name)
  if (!box) return null
  if (!first) return box.querySelector("button:not(:disabled)")
  const choice = (name.includes("#") ? box : openGroups(box)[0])?.querySelectorAll(CHOICE)[Number(first) - 1]
  return choice?.disabled ? null : (choice ?? null)
}

function boxOf(name) {
  const found = CSS.escape(name.split(/[#?]/)[0].replace(/[^\w-]/g, "-")) // as Streamlit writes a key into a class
  return document.querySelector(`:is(.st-key-${found}, .st-key-${found}-press)`)
}

function openGroups(box) {
  return [...box.querySelectorAll('[role="radiogroup"]')].filter((group) => !group.querySelector(CHOSEN))
}

// Brings the group that the next key is for into view: it does not get the focus, which would do so.
function showNextGroup(name) {
  openGroups(boxOf(name))[1]?.closest('[data-testid="stElementContainer"]').scrollIntoView({ block: "nearest" })
}

function tellNote(name) {
  const note = document.querySelector(`.${CSS.escape(name.slice(1))} > *`)
  if (note) note.hidden = false
  return Boolean(note)
}

// Ignores the second half of a double click on a button that leads a room: it would close the vote that the first half has
// opened. The same for a second Enter or Space, and for a second tap on the remote, which a phone reports as a first one.
function stopSecondClick(event) {
  if (!kept.leads || !event.isTrusted || !(event.target instanceof Element) || !event.target.closest(LEADS)) return
  const before = kept.ledBy ?? { timeStamp: -Infinity }, isKey = event.detail === 0
  const isThere = isKey || Math.hypot(event.x - before.x, event.y - before.y) < SAME_PX
  const isFirst = !isThere || event.timeStamp - before.timeStamp > SECOND_MS || (!isKey && event.target.closest(MAIN_ACT))
  kept.ledBy = event
  if (event.detail < 2 && isFirst) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

// After Escape has closed a menu, its button loses the focus again, or the next Space would reopen the menu.
function letGoOfMenu(event) {
  const menu = event.key === "Escape" && kept.leads && document.querySelector(`${MENU}[aria-expanded="true"]`)
  if (!menu) return
  const until = performance.now() + CLOSED_WITHIN_MS
  const look = () => {
    if (document.activeElement === menu && menu.getAttribute("aria-expanded") === "false") menu.blur()
    else if (performance.now() < until) setTimeout(look, LOOKED_AGAIN_MS / 2)
  }
  look()
}

// Opens a menu by key. Its button has to be in view; when Escape closes the menu, the focus returns to where it was.
function pullOpen(button) {
  kept.pulled = { button, from: document.activeElement }
  button.scrollIntoView({ block: "nearest" })
  button.click()
}

function giveBack({ key }) {
  if (key !== "Escape") return
  const { button, from } = kept.pulled ?? {}
  kept.pulled = null
  if (!button || document.activeElement !== button) return
  if (from && from !== document.body) from.focus({ preventScroll: true })
  else button.blur()
}

// The key that opened a menu closes it.
function closeAgain(names, event) {
  const button = names.map(named).find((found) => found?.matches(MENU) && found.getAttribute("aria-expanded") === "true")
  if (!button) return
  event.preventDefault()
  button.click()
}

function press(names) {
  for (const name of names) {
    if (name.startsWith("!")) return tellNote(name)
    const button = named(name)
    if (button && name.includes("?")) showNextGroup(name)
    if (button) return button.matches(MENU) ? pullOpen(button) : button.click(), true
  }
  return false
}

// The element that the focus is to go to may be drawn late, and drawn anew right after: so it is waited for, and the focus
// is given once more when it went down with what was replaced. The next `shown` ends what the one before began.
function followFocus({ shown, focus, top, led }) {
  const first = shownBefore === null
  if (shown === shownBefore) return
  shownBefore = shown
  if (first) return
  const before = document.activeElement, until = performance.now() + FOLLOWED_MS
  if (led && performance.now() - kept.pressedAt < LED_MS) kept.pointed = before?.closest(PRESSED)
  let given = null, seen = null
  kept.follows = (at) => {
    const isLost = !at || at === document.body
    if (given) return at === given || (isLost && !given.isConnected)
    return isLost || at === kept.led || at === before
  }
  const go = () => {
    const place = document.querySelector(`.${CSS.escape(focus)}`)
    const target = place?.matches('[class*="st-key-"]') ? place.querySelector("button:not(:disabled)") : place
    const at = document.activeElement
    if (!kept.follows(at)) return // somebody was faster, and has gone on from there
    if (performance.now() < until) kept.following = setTimeout(go, LOOKED_AGAIN_MS)
    if (!target || target === given) return
    const ledByKey = performance.now() - kept.pressedAt < LED_MS && at?.matches("button")
    const isHeld = at && at !== document.body && at !== kept.led && !at.contains(target)
    if (isHeld && !top && !ledByKey) {
      if (target !== seen && !led) (seen = target).scrollIntoView({ block: "nearest" })
      return
    }
    if (target === place) target.tabIndex = -1
    given = kept.led = target
    target.focus({ preventScroll: true })
    if (top) target.closest('[data-testid="stMain"]')?.scrollTo({ top: 0, behavior: "instant" })
    else target.scrollIntoView({ block: "nearest" })
  }
  clearTimeout(kept.following)
  kept.following = setTimeout(go, FOLLOWED_FROM_MS)
}

// What was just picked opens the button that checks it, once the server has heard of it: a key that is quicker waits. It
// means what was picked by then: what is picked later is checked by a key of its own.
function pressOnceOpen(names) {
  const { pickedAt } = kept, until = performance.now() + PICKED_MS
  const [notes, buttons] = [true, false].map((told) => names.filter((name) => name.startsWith("!") === told))
  const again = () => {
    if (kept.pickedAt !== pickedAt || press(buttons)) return
    if (performance.now() < until) kept.waiting = setTimeout(again, LOOKED_AGAIN_MS)
    else press(notes)
  }
  clearTimeout(kept.waiting)
  again()
}

const notePicked = ({ target }) => target.matches?.(TICKED) && (kept.pickedAt = performance.now())
// Who goes on between two looks, and presses what then goes away, is not led back to where they would have begun.
const endFollow = ({ target }) => kept.follows?.(target) || clearTimeout(kept.following)

function onKey(event) {
  const isHeldEnter = event.repeat && event.key === "Enter" && kept.leads && event.target.closest?.(LEADS)
  if (isHeldEnter) event.preventDefault()
  if (event.defaultPrevented || event.repeat || event.isComposing) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const names = kept.presses[key]
  if (!names || takes(event.composedPath()[0], key)) return
  const { detail, timeStamp } = (key === "Space" && kept.leads && kept.ledBy) || {}
  if (detail === 0 && event.timeStamp - timeStamp < SECOND_MS) return event.preventDefault()
  if (isOpen()) return closeAgain(names, event)
  if (key === "r") event.stopPropagation() // else Streamlit runs the whole page anew
  if (isLeft(document.activeElement?.closest(PRESSED))) document.activeElement.blur()
  const isQuick = performance.now() - kept.pickedAt < PICKED_MS && names.some((name) => name.startsWith("!"))
  if (isQuick) pressOnceOpen(names)
  else if (!press(names)) return
  else clearTimeout(kept.waiting) // who has gone on does not wait for it
  kept.pressedAt = performance.now()
  if (key === "Space") kept.ledBy = event
  event.preventDefault()
}

function listen() {
  kept.listens = true
  for (const act of [onKey, letGoOfMenu, onTab]) document.addEventListener("keydown", act, true) // before a radio keeps the key to itself
  const others = { keyup: giveBack, pointerdown: notePointed, change: notePicked, click: stopSecondClick, focusin: endFollow }
  for (const [kind, act] of Object.entries(others)) document.addEventListener(kind, act, true)
}

export default function ({ data, parentElement }) {
  followFocus(data)
  Object.assign(kept, { presses: data.presses, owner: parentElement, leads: data.led })
  if (!kept.listens) listen()
  const letGo = () => kept.owner === null && (kept.presses = {})
  return () => {
    if (kept.owner !== parentElement) return
    kept.owner = null
    setTimeout(letGo, GONE_AFTER_MS)
  }
}

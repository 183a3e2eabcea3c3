// The answer box. It is drawn once for each question, so that focus and caret stay through reruns.
const PAUSE_MS = 500, TICK_MS = 250, REPORT_MS = 20000, WARN = 0.8
const ASLEEP_MS = 600000 // as in a review: a longer time says that somebody went away (core/quiz/place.py)
const AWAY = "ll-answer-away"

const icon = (name) => make("span", { class: "icon", "aria-hidden": "true" }, name)
// A text with its one gap filled.
const withGap = (text, value) => text.replace("{}", value)
const wordsIn = (text) => (text.match(/\S+/g) || []).length
const spoken = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`

// How long what was typed takes to say, in seconds.
const toSay = (view) => (60 * view.written) / view.asked.words_a_minute

// Seconds of thinking and of answering; the second clock starts with the first letter and nothing stops it but sleep:
// a phone that lay locked over night neither thought nor answered.
function seconds(view) {
  const now = Date.now()
  if (now - view.awake > ASLEEP_MS) view.since += now - view.awake
  view.awake = now
  const since = (now - view.since) / 1000
  const { thinking_seconds: thought, answering_seconds: answered } = view.base
  return view.answering
    ? { thinking: thought, answering: answered + since }
    : { thinking: thought + since, answering: answered }
}

function begin(view) {
  if (view.answering) return
  view.base = { ...view.base, thinking_seconds: seconds(view).thinking }
  view.since = Date.now()
  view.answering = true
  tick(view)
}

function draftOf(view) {
  const { thinking, answering } = seconds(view), { dictated, typedAt } = view
  return { answer: view.field.value, thinking_seconds: thinking, answering_seconds: answering, dictated, typed_at: typedAt }
}

function report(view) {
  clearTimeout(view.pause)
  view.pause = null
  if (view.locked) return
  view.reportedAt = Date.now()
  view.setState("draft", draftOf(view))
}

function tick(view) {
  const { thinking, answering } = seconds(view), target = view.asked.target, words = view.words
  const length = view.dictated ? answering : toSay(view) // the target is of speaking
  const over = view.answering && length >= target, late = view.answering && length >= WARN * target
  const counted = over && view.dictated ? `+${spoken(answering - target)}` : spoken(view.answering ? answering : thinking)
  view.time.textContent = counted
  view.bar.style.width = `${view.answering ? Math.min(100, (100 * length) / target) : 0}%`
  const beside = view.dictated ? (over ? words.over : words.of) : words.spoken
  view.of.textContent = view.answering ? withGap(beside, spoken(target)) : words.thinking
  view.clock.classList.toggle("dictated", view.dictated)
  const state = over ? "over" : late ? "late" : view.answering ? "running" : "thinking"
  if (state !== view.clock.dataset.state) {
    view.clock.dataset.state = state
    const said = { thinking: "", running: "", late: words.late, over: words.past }[state]
    view.warning.replaceChildren(...(said ? [icon(over ? "timer_off" : "hourglass_bottom"), make("b", {}, said)] : []))
    view.calm.textContent = view.answering ? words.calm : withGap(words.starts, spoken(target))
  }
  if (Date.now() - view.reportedAt > REPORT_MS) report(view)
}

function typed(view) {
  begin(view)
  // Later than what it was typed after, also by a clock that was put back.
  view.typedAt = Math.max(Date.now(), view.typedAt + 1)
  clearTimeout(view.pause)
  view.pause = setTimeout(() => report(view), PAUSE_MS)
  count(view)
}

function count(view) {
  view.written = wordsIn(view.field.value)
  const full = view.field.value.length >= view.most
  const counted = withGap(view.written === 1 ? view.words.one : view.words.many, view.written)
  const says = view.written && !view.dictated ? `${withGap(view.words.says, spoken(Math.max(1, toSay(view))))} ` : ""
  view.count.textContent = `${counted} ${says}${full ? view.words.full : view.asked.note}`
  allow(view)
}

// What can be pressed: nothing twice, and nothing while the line is cut, for it would be lost.
function allow(view) {
  view.skip.disabled = view.locked || view.cut
  view.submit.disabled = view.skip.disabled || view.written === 0
  view.lost.textContent = view.cut ? view.words.cut : ""
}

function leave(view, given) {
  if (view.locked || view.cut || (given && view.written === 0)) return
  view.pressed = given ? view.submit : view.skip
  const draft = draftOf(view)
  clearTimeout(view.pause)
  rest(view)
  view.locked = true
  view.field.readOnly = true
  allow(view)
  if (given) view.fire("submitted", draft)
  else view.fire("skipped", Date.now())
}

function drawSpeech(view) {
  const sent = make("span", { id: "sent" }), wrong = make("span", { role: "status" })
  const note = make("p", { class: "note" }, sent, wrong)
  const pressed = { "aria-pressed": "false", "aria-describedby": "sent" }
  const button = make("button", { type: "button", class: "second", ...pressed }, icon("mic"), make("span", {}, view.words.dictate))
  const tell = (words) => { sent.textContent = words; wrong.textContent = "" }
  const complain = (words) => { sent.textContent = ""; wrong.textContent = words }
  const heard = (text) => {
    view.dictated = true
    const gap = view.field.value && !/\s$/.test(view.field.value) ? " " : ""
    view.field.value = (view.field.value + gap + text).slice(0, view.most)
    typed(view)
  }
  const running = (on) => {
    if (on) begin(view)
    button.setAttribute("aria-pressed", String(on))
    button.lastChild.textContent = on ? view.words.stop : view.words.dictate
  }
  view.speech = dictation(view.words, tell, complain, heard, running)
  if (!view.speech) return [[], []]
  button.addEventListener("click", () => view.speech.toggle())
  return [[button], [note]]
}

function drawField(view) {
  const bounds = { rows: "9", maxlength: String(view.most), spellcheck: "true", autocomplete: "off" }
  view.field = make("textarea", { id: "answer", "aria-describedby": "count", ...bounds })
  view.field.addEventListener("input", () => typed(view))
  view.field.addEventListener("blur", () => { if (view.pause) report(view) })
  view.field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); leave(view, true) }
  })
  keepTyped(view.field, "Enter")
}

// What a tab keeps over a reload; nothing where the browser was told to keep nothing.
function tabKeeps() {
  try { return sessionStorage } catch { return null }
}

// A page that is loaded anew tells the server nothing more: what stands in the box waits in its tab to be drawn again.
function keepAway(view) {
  if (!view.locked) tabKeeps()?.setItem(AWAY, JSON.stringify({ id: view.id, draft: draftOf(view) }))
}

// What waited, unless another tab wrote later. By the seconds so far it cannot be told: each tab counts its own.
function comeBack(id, draft) {
  const kept = JSON.parse(tabKeeps()?.getItem(AWAY) || "{}")
  tabKeeps()?.removeItem(AWAY)
  return kept.id === id && kept.draft.typed_at >= draft.typed_at ? kept.draft : draft
}

// The clock goes on, and the microphone with it, for no longer than the box stands on the page.
function run(view) {
  rest(view)
  view.timer = setInterval(() => (view.box.isConnected ? tick(view) : rest(view)), TICK_MS)
}

function rest(view) {
  clearInterval(view.timer)
  view.speech?.stop()
}

function draw(view, { asked, draft, most, words }) {
  rest(view)
  Object.assign(view, { asked, most, words, base: draft, since: Date.now(), awake: Date.now() })
  Object.assign(view, { reportedAt: Date.now(), locked: false })
  Object.assign(view, { dictated: draft.dictated, typedAt: draft.typed_at })
  view.answering = draft.answering_seconds > 0 || draft.answer !== ""
  view.time = make("strong", { role: "timer", "aria-live": "off" })
  view.bar = make("i")
  view.of = make("span", { class: "of" })
  view.clock = make("div", { class: "clock" }, view.time, make("div", { class: "bar", "aria-hidden": "true" }, view.bar), view.of)
  view.warning = make("span", { class: "warning", role: "status" })
  view.calm = make("span", { class: "calm" })
  drawField(view)
  view.count = make("p", { id: "count", class: "note" })
  view.submit = make("button", { type: "button", class: "first", title: words.keys }, asked.submit)
  view.skip = make("button", { type: "button", class: "third" }, asked.skip)
  view.submit.addEventListener("click", () => leave(view, true))
  view.skip.addEventListener("click", () => leave(view, false))
  view.lost = make("p", { class: "note", role: "status" })
  const [buttons, notes] = drawSpeech(view)
  const ways = make("div", { class: "ways" }, view.submit, ...buttons, view.skip)
  const told = make("p", { class: "told" }, view.warning, view.calm), label = make("label", { for: "answer" }, words.label)
  view.box.replaceChildren(view.clock, told, label, view.field, view.count, ways, view.lost, ...notes)
  view.field.value = draft.answer
  count(view)
  tick(view)
  run(view)
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const view = viewOf(parentElement, ".answer-box")
  view.cut ??= false
  view.setState = setStateValue
  view.fire = setTriggerValue
  if (view.id !== data.id) {
    view.id = data.id
    const draft = comeBack(data.id, { ...data.draft, typed_at: data.typed_at })
    draw(view, { ...data, draft })
    if (draft.answer !== data.draft.answer) report(view)
  }
  else if (view.words.label !== data.words.label) draw(view, { ...data, draft: draftOf(view) }) // another language was chosen
  else if (view.asked.tries !== data.asked.tries) unlock(view)
  view.asked = data.asked
  if (!view.watched) watch(view)
  view.watched = true
  listen(view, "addEventListener")
  return () => listen(view, "removeEventListener")
}

function watch(view) {
  watchLine(view.box, (cut) => lineChanged(view, cut))
  view.putAway = () => { if (document.hidden) report(view) } // a tab that is put away may never come back
  view.leftBehind = () => keepAway(view)
}

function listen(view, way) {
  document[way]("visibilitychange", view.putAway)
  window[way]("pagehide", view.leftBehind)
}

// The answer came back: it was not kept, and can be given again.
function unlock(view) {
  view.locked = false
  view.field.readOnly = false
  count(view)
  run(view)
  if (document.activeElement === document.body) view.pressed.focus({ preventScroll: true }) // it lost it as it was disabled
}

// What was written meanwhile is kept when the line is back; what was given as it broke was lost, and can be given again.
function lineChanged(view, cut) {
  if (!view.box.isConnected) return
  view.cut = cut
  if (cut) return allow(view)
  if (view.locked) unlock(view)
  else allow(view)
  report(view)
}

// Shows a diagram that the server drew: paints its state, takes clicks and keys, zooms.
// The drawn SVG is kept between runs, so that focus and scroll stay; only classes change. Of a graph that is set in two
// ways the window takes the one that it has room for.
const drawn = new WeakMap()
const STATES = ["selected", "path", "dead", "asked"] // asked: pressed, until the server has answered
const STEP = 1.25
const ANSWERED_MS = 3_000
const PHONE = matchMedia("(max-width: 40em)")
const SLIGHT = 64 // px that a figure is too wide: its beginning is then worth more than its middle
const NEARLY = 0.77 // on a phone: a figure that fits but for a quarter is drawn to its width, the pipeline at 320 px
const LEAST = 0.7, MOST = 1.6 // the scales of a whole figure; one that would be smaller is cut, and the selected node centred

// Whether it had to be drawn: for the first time, of another graph, or in a window that has become wider or narrower.
function arrange(view) {
  const svg = fitting(view.data, view.wrap.clientWidth - 12)
  if (view.source === svg) return false
  const had = view.nodes?.find((node) => node.matches(":focus"))
  draw(view, view.data, svg)
  view.focused = view.selected = undefined
  paint(view, view.data.state)
  const again = had && view.nodes.find((node) => node.dataset.id === had.dataset.id)
  if (again) { rove(view, again); again.focus({ preventScroll: true }) }
  resize(view)
  return true
}

function draw(view, data, svg) {
  const { wrap } = view
  view.source = svg
  view.svg = parse(svg)
  view.natural = { width: Number(view.svg.getAttribute("width")), height: Number(view.svg.getAttribute("height")) }
  view.nodes = [...view.svg.querySelectorAll(".node")]
  view.edges = [...view.svg.querySelectorAll(".edge")]
  view.nodes.forEach(addRing)
  for (const unsaid of data.live ? view.edges : [view.svg]) unsaid.setAttribute("aria-hidden", "true") // "No No Yes No"
  wrap.replaceChildren(view.svg)
  wrap.classList.toggle("live", data.live)
  if (data.live) { wrap.removeAttribute("tabindex"); wrap.setAttribute("role", "group") }
  else { wrap.tabIndex = 0; wrap.setAttribute("role", "img") }
  wrap.setAttribute("aria-label", data.label)
  wrap.style.setProperty("--phone-height", data.phoneHeight ? data.phoneHeight + "px" : "none")
  if (data.phoneHeight && !data.whole) wrap.style.setProperty("--low-height", `min(${data.phoneHeight}px, 60vh)`)
}

function setStates(element, state) {
  STATES.forEach((name) => element.classList.toggle(name, name === state))
}

function paint(view, state) {
  const before = view.selected
  view.selected = state.selected
  for (const node of view.nodes) {
    const id = node.dataset.id
    const here = id === state.selected
    setStates(node, here ? "selected" : state.path.includes(id) ? "path" : state.dead.includes(id) ? "dead" : "")
    if (!view.data.live) continue
    node.setAttribute("role", "button")
    node.setAttribute("aria-label", view.data.names[id] + (state.notes[id] ? ", " + state.notes[id] : ""))
    node.setAttribute("aria-pressed", String(here))
    if (here) node.setAttribute("aria-current", "step"); else node.removeAttribute("aria-current")
  }
  for (const edge of view.edges) {
    const pair = edge.dataset.from + ">" + edge.dataset.to
    const lit = state.pathEdges.includes(pair)
    setStates(edge, lit ? "path" : state.deadEdges.includes(pair) ? "dead" : "")
    edge.classList.toggle("arriving", lit && before !== undefined && before !== state.selected && edge.dataset.to === state.selected)
  }
  if (view.data.live) rove(view, view.nodes.find((n) => n.dataset.id === state.selected) || view.focused || view.nodes[0])
}

// One node is in the tab order: the selected one, or the one that had the focus last.
function rove(view, node) {
  view.nodes.forEach((other) => other.setAttribute("tabindex", other === node ? "0" : "-1"))
  const had = view.nodes.some((other) => other.matches(":focus"))
  if (had && !node.matches(":focus")) node.focus({ preventScroll: true })
  view.focused = node
}

// The scale at which a whole figure fits its width and the height that the page leaves it, and grows with its letters.
function wholeScale(view, fits) {
  const most = parseFloat(getComputedStyle(view.wrap).maxHeight)
  const high = most > 12 ? (most - 12) / view.natural.height : Infinity
  return Math.max(LEAST, Math.min(fits, high, (MOST * parseFloat(getComputedStyle(document.documentElement).fontSize)) / 16))
}

// The scale that nobody has chosen: a figure that is nearly as narrow as a phone is drawn to its width.
function ownScale(view, fits) {
  return PHONE.matches && view.scale === 1 && fits > NEARLY && fits < 1 ? fits : view.scale
}

function resize(view) {
  const room = view.wrap.clientWidth - 12
  const fits = room > 0 ? room / view.natural.width : 1
  const fitted = view.data.whole ? wholeScale(view, fits) : Math.min(1, fits)
  const scale = view.fit ? fitted : ownScale(view, fits)
  view.svg.setAttribute("width", Math.round(view.natural.width * scale))
  view.svg.setAttribute("height", Math.round(view.natural.height * scale))
  view.wrap.classList.toggle("zoomed", !view.fit && scale > 1 && !view.data.whole)
  view.fitButton.setAttribute("aria-pressed", String(view.fit))
  view.fitButton.hidden = fits >= 1 && view.scale === 1 && !view.fit
  view.smaller.disabled = scale <= 0.5
  view.larger.disabled = scale >= 3
}

// Brings the selected node into the middle of the figure's own scroll box; the page stays where it is.
function centre(view) {
  const node = view.nodes.find((n) => n.dataset.id === view.selected)
  if (!node || view.wrap.clientWidth === 0) return
  const box = node.getBoundingClientRect(), frame = view.wrap.getBoundingClientRect()
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || !view.centred
  view.centred = true
  const middle = view.wrap.scrollLeft + box.left + box.width / 2 - frame.left - frame.width / 2
  const over = view.wrap.scrollWidth - view.wrap.clientWidth
  view.wrap.scrollTo({
    left: over < SLIGHT ? Math.min(middle, view.wrap.scrollLeft + box.right + 6 - frame.right) : middle,
    top: view.wrap.scrollTop + box.top + box.height / 2 - frame.top - frame.height / 2,
    behavior: calm ? "instant" : "smooth",
  })
}

// Focus alone does not bring a part of a drawing into the window.
function goTo(view, node) {
  rove(view, node)
  node.focus({ preventScroll: true })
  node.scrollIntoView({ block: "nearest", inline: "nearest" })
}

function onKey(view, event) {
  const node = view.nodes.find((n) => n.matches(":focus"))
  if (!node || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault(); event.stopPropagation()
    choose(view, node)
  } else if (event.key.startsWith("Arrow") && !(view.data.walk && /Left|Right/.test(event.key))) {
    event.preventDefault(); event.stopPropagation()
    const next = nearest(view.nodes, node, event.key)
    if (next) goTo(view, next)
  } else if (event.key === "Home" || event.key === "End") {
    event.preventDefault()
    goTo(view, view.nodes.at(event.key === "Home" ? 0 : -1))
  }
}

function choose(view, node) {
  rove(view, node)
  node.classList.toggle("asked", Boolean(view.data.walk)) // elsewhere a press may change nothing
  view.asked = null
  view.send("chosen", node.dataset.id)
}

const WANTS_SPACE = "input, textarea, select, button, a, summary, [role], [contenteditable]:not([contenteditable=false])"
const WANTS_ARROWS = 'input, textarea, select, [role="radio"], [contenteditable]:not([contenteditable=false])'
const LEADS = { " ": 1, ArrowRight: 1, ArrowLeft: -1 }

// What walks the nodes in their order: keys, when nothing that wants them has the focus, and two buttons of the page.
function onPageKey(view, event) {
  const by = LEADS[event.key], at = event.composedPath()[0], active = document.activeElement
  if (!view.data.walk || !by || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const busy = event.key === " " ? event.repeat || active?.shadowRoot || active?.matches(WANTS_SPACE) : at.closest?.(WANTS_ARROWS)
  if (!busy) walkOn(view, by, event)
}

function onPageClick(view, event) {
  const by = view.data.walk?.findIndex((button) => event.target.closest?.(button)) ?? -1
  if (by >= 0) walkOn(view, by ? 1 : -1, event)
}

// From where the last press was to lead, since the next one may come before the server has answered.
function walkOn(view, by, event) {
  event.preventDefault(); event.stopPropagation()
  const from = view.asked && performance.now() - view.askedAt < ANSWERED_MS ? view.asked : view.selected
  const next = view.nodes[view.nodes.findIndex((n) => n.dataset.id === from) + by]
  if (!next) return
  next.classList.add("asked")
  Object.assign(view, { asked: next.dataset.id, askedAt: performance.now() })
  view.send(document.activeElement?.matches(view.data.walk.join()) ? "walked" : "chosen", view.asked)
}

function toolbar(view) {
  const bar = document.createElement("div")
  bar.className = "tools"
  const add = (text, label, act) => {
    const button = document.createElement("button")
    button.type = "button"; button.textContent = text
    button.setAttribute("aria-label", label); button.title = label
    button.addEventListener("click", () => { act(); resize(view); centre(view) })
    bar.append(button)
    return button
  }
  const words = view.data.words
  view.smaller = add("−", words.smaller, () => zoom(view, 1 / STEP))
  view.larger = add("+", words.larger, () => zoom(view, STEP))
  view.fitButton = add(words.fit, words.fitted, () => { view.fit = !view.fit; view.scale = 1 })
  return bar
}

function zoom(view, factor) {
  const now = Number(view.svg.getAttribute("width")) / view.natural.width
  if (view.bar.dataset.place === "below") keepHeight(view.wrap)
  Object.assign(view, { fit: false, scale: Math.min(3, Math.max(0.5, now * factor)) })
}

// A figure that is enlarged keeps the height that it had, so that buttons below it stay under the pointer.
function keepHeight(wrap) {
  if (!wrap.matches(".zoomed")) wrap.style.setProperty("--own-height", wrap.clientHeight - 12 + "px")
}

function create(parentElement, data) {
  const view = { fit: Boolean(data.whole), scale: 1, data }
  const frame = parentElement.querySelector(".frame")
  view.wrap = document.createElement("div")
  view.wrap.className = "wrap"
  view.bar = toolbar(view)
  frame.replaceChildren(view.wrap, view.bar)
  view.wrap.addEventListener("click", (event) => { const node = event.target.closest(".node"); if (node && view.data.live) choose(view, node) })
  view.wrap.addEventListener("keydown", (event) => onKey(view, event))
  view.pageKey = (event) => onPageKey(view, event)
  view.pageClick = (event) => onPageClick(view, event)
  view.pageSize = () => { if (view.data.whole) { resize(view); centre(view) } }
  let width = 0
  view.observer = new ResizeObserver(() => {
    if (view.wrap.clientWidth === width) return
    width = view.wrap.clientWidth
    if (!arrange(view)) resize(view)
    centre(view)
  })
  return view
}

export default function ({ data, parentElement, setTriggerValue }) {
  let view = drawn.get(parentElement)
  if (!view) { view = create(parentElement, data); drawn.set(parentElement, view) }
  view.data = data
  view.send = setTriggerValue
  view.bar.dataset.place = data.tools
  const moved = view.selected !== data.state.selected
  if (data.state.selected === view.asked) view.asked = null
  const fresh = arrange(view)
  if (!fresh) paint(view, data.state)
  if (fresh || moved) centre(view)
  view.observer.observe(view.wrap)
  watch(view, "addEventListener")
  return () => { watch(view, "removeEventListener"); view.observer.disconnect() }
}

function watch(view, way) {
  document[way]("keydown", view.pageKey, true) // before Streamlit's own shortcuts and clicks
  document[way]("click", view.pageClick, true)
  window[way]("resize", view.pageSize)
}

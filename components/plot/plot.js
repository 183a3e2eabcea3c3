// Draws a figure by Plotly, whose code comes with the first figure: in the colours of the theme, on paper in the light
// ones. A figure that changes is drawn into the same frame.
const FIXED = { displayModeBar: false }
const PAPER = 680 // px between the margins of a sheet: from a phone the words of a chart came out large, from a desk small
const drawn = new WeakMap()
let code

function plotting(source) {
  code ??= new Promise((done, lost) => {
    const script = document.createElement("script")
    script.src = source
    script.onload = () => done(window.Plotly)
    script.onerror = () => { code = undefined; script.remove(); lost() }
    document.head.append(script)
  })
  return code
}

function wanted({ data, frame, printing }) {
  const scheme = getComputedStyle(frame).colorScheme // in high contrast it is both, and the system's
  const isDark = scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches)
  return isDark && !printing ? data.dark : data.light
}

// Nothing is drawn without a width: a figure in a closed drawer waits until it is opened.
async function put(view, Plotly) {
  view.width = view.frame.clientWidth
  view.spec = wanted(view)
  const { data, layout } = JSON.parse(view.spec), width = view.printing ? PAPER : view.width
  if (!view.width) return
  await Plotly.react(view.frame, data, { ...layout, width }, FIXED)
  hide()
}

// The frame says what it shows. The sheets within it, and the one on which Plotly measures words, would be nameless images.
function hide() {
  for (const sheet of document.querySelectorAll(".ll-plot svg, #js-plotly-tester")) sheet.setAttribute("aria-hidden", "true")
}

// On paper the drawing is told its own size, so that it can be scaled to the sheet; on the screen it has none.
function scale({ frame, printing, data }) {
  for (const drawing of frame.querySelectorAll(".main-svg")) {
    if (printing) drawing.setAttribute("viewBox", `0 0 ${PAPER} ${data.height}`)
    else drawing.removeAttribute("viewBox")
  }
}

// The numbers of a changed figure are painted before it is drawn: they are what is waited for.
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

// What changes while a drawing waits is drawn with it: the observer of the size, which every change sets up anew and
// which tells at once, would have the same figure drawn twice.
async function draw(view) {
  view.frame.style.height = `${view.data.height}px`
  if (view.waits) return
  view.waits = true
  try {
    const Plotly = await plotting(view.data.source)
    if (view.width) await painted()
    view.waits = false
    await put(view, Plotly)
  } catch {
    view.waits = false
    view.frame.textContent = view.data.lost
  }
}

// One that was drawn is drawn again when its place, its theme or its numbers are other ones.
function follow(view) {
  if (view.width === undefined) return
  if (view.width !== view.frame.clientWidth || view.spec !== wanted(view)) draw(view)
}

export default function ({ data, parentElement }) {
  const frame = parentElement.querySelector(".ll-plot"), isFirst = !drawn.has(frame)
  const view = drawn.get(frame) ?? { frame }
  drawn.set(frame, view)
  view.data = data
  frame.setAttribute("aria-label", data.alt)
  if (isFirst) draw(view)
  else follow(view)
  const paper = ({ type }) => {
    view.printing = type === "beforeprint"
    if (view.width) put(view, window.Plotly)
    scale(view)
  }
  const size = new ResizeObserver(() => follow(view))
  const theme = new MutationObserver(() => requestAnimationFrame(() => follow(view)))
  size.observe(frame)
  theme.observe(document.querySelector(".stApp"), { attributes: true, attributeFilter: ["class"] })
  for (const name of ["beforeprint", "afterprint"]) addEventListener(name, paper)
  return () => {
    size.disconnect()
    theme.disconnect()
    for (const name of ["beforeprint", "afterprint"]) removeEventListener(name, paper)
  }
}

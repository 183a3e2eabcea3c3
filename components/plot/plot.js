// Draws a figure by Plotly, whose code comes with the first figure. A changed figure is drawn into the same frame.
const FIXED = { displayModeBar: false }
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

// The numbers of a changed figure are painted before it is drawn: they are what is waited for.
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

// Nothing is drawn without a width: a figure in a closed drawer waits until it is opened. One that has changed once more
// meanwhile is left to the later call.
async function draw(view) {
  const { spec } = view.data, { data, layout } = JSON.parse(spec)
  view.frame.style.height = `${layout.height}px`
  try {
    const Plotly = await plotting(view.data.source)
    if (view.width) await painted()
    if (spec !== view.data.spec) return
    view.width = view.frame.clientWidth
    if (view.width) await Plotly.react(view.frame, data, { ...layout, width: view.width }, FIXED)
  } catch {
    view.frame.textContent = view.data.lost
  }
}

export default function ({ data, parentElement }) {
  const frame = parentElement.querySelector(".ll-plot")
  const view = drawn.get(frame) ?? { frame }
  const isNew = view.data?.spec !== data.spec
  drawn.set(frame, view)
  view.data = data
  frame.setAttribute("aria-label", data.alt)
  if (isNew) draw(view)
  const observer = new ResizeObserver(() => {
    if (view.width !== undefined && view.width !== frame.clientWidth) draw(view)
  })
  observer.observe(frame)
  return () => observer.disconnect()
}

// A row of numbers. One is a tab stop; arrows, Home and End move between them. Buttons are kept, so that focus stays.
function said(words, stop, place, here) {
  const parts = [filled(words.question, { place: place + 1 }), stop.answered ? words.answered : words.open]
  if (stop.flagged) parts.push(words.flagged)
  if (place === here) parts.push(words.here)
  return parts.join(", ")
}

function move(view, place) {
  const next = view.buttons[Math.max(0, Math.min(place, view.buttons.length - 1))]
  view.buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1 })
  next.focus()
}

function pressedKey(view, event, place) {
  const steps = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: view.buttons.length - 1 }
  if (!(event.key in steps)) return
  event.preventDefault()
  event.stopPropagation()
  move(view, steps[event.key])
}

function build(view, count) {
  view.buttons = Array.from({ length: count }, (_, place) => {
    const button = make("button", { type: "button" }, String(place + 1), make("i"))
    button.addEventListener("click", () => view.send("chosen", place))
    button.addEventListener("keydown", (event) => pressedKey(view, event, place))
    return button
  })
  view.box.replaceChildren(...view.buttons)
}

export default function ({ data, parentElement, setTriggerValue }) {
  const view = viewOf(parentElement, ".strip")
  view.send = setTriggerValue
  view.box.setAttribute("aria-label", data.words.all)
  if (view.buttons?.length !== data.stops.length) build(view, data.stops.length)
  view.buttons.forEach((button, place) => {
    const stop = data.stops[place]
    button.className = stop.answered ? "answered" : "open"
    button.classList.toggle("flagged", stop.flagged)
    button.lastChild.textContent = stop.flagged ? "⚑" : ""
    button.setAttribute("aria-label", said(data.words, stop, place, data.here))
    if (place === data.here) button.setAttribute("aria-current", "step")
    else button.removeAttribute("aria-current")
    if (!view.box.contains(view.box.getRootNode().activeElement)) button.tabIndex = place === data.here ? 0 : -1
  })
}

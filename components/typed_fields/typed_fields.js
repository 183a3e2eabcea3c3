// Fields to type in. They are drawn once, so that focus and caret stay; what is typed is told at once, then after short pauses.
const PAUSE_MS = 300
const PATIENCE_MS = 1500

let pressed = false
for (const [kind, now] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]]) {
  addEventListener(kind, () => { pressed = now }, true)
}

// The press that leaves a field is made first: what is wrong, put in under the field, moved its button away from under it.
function afterPress(act) {
  if (pressed) addEventListener("pointerup", () => setTimeout(act), { once: true, capture: true })
  else setTimeout(act)
}

function textsOf(view) {
  return Object.fromEntries(view.inputs.map((input) => [input.dataset.id, input.value]))
}

function tell(view) {
  clearTimeout(view.pause)
  const texts = textsOf(view), now = JSON.stringify(texts)
  if (now === view.told) return
  view.told = now
  view.toldAt = Date.now()
  view.setState("texts", texts)
}

function mind(view, minded) {
  view.minded = minded
  const wrong = minded && view.problem
  view.error.hidden = !wrong
  if (view.words.textContent !== (wrong || "")) view.words.textContent = wrong || ""
  for (const input of view.inputs) input.setAttribute("aria-invalid", String(Boolean(wrong)))
}

function typed(view) {
  clearTimeout(view.pause)
  clearTimeout(view.patience)
  mind(view, false)
  if (Date.now() - view.toldAt > PAUSE_MS) tell(view)
  else view.pause = setTimeout(() => tell(view), PAUSE_MS)
  view.patience = setTimeout(() => mind(view, true), PATIENCE_MS)
}

function entered(view, input) {
  const next = view.inputs[view.inputs.indexOf(input) + 1]
  if (next) return next.focus()
  tell(view)
  mind(view, true)
  if (view.inputs.some((one) => one.value.trim())) return view.fire("submitted", Date.now())
  const first = document.querySelector(".ll-too-soon > *") // what to give first, where the page has it
  if (first) first.hidden = false
}

function drawInput(view, field, inside) {
  const id = `field-${field.id}`
  const input = make("input", {
    id, type: "text", inputmode: field.keyboard, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    maxlength: String(view.most), enterkeyhint: "go", "aria-describedby": `${field.note ? "note " : ""}error`,
  })
  input.dataset.id = field.id
  input.value = view.texts[field.id] || ""
  input.addEventListener("input", () => typed(view))
  input.addEventListener("blur", () => { tell(view); afterPress(() => mind(view, true)) })
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); entered(view, input) }
  })
  keepTyped(input)
  view.inputs.push(input)
  const label = make("label", { for: id, class: inside ? "hidden" : "" }, field.label)
  if (field.spoken) input.setAttribute("aria-label", field.spoken)
  if (inside) return [label, input]
  const unit = field.unit ? [make("span", { class: "unit", "aria-hidden": "true" }, field.unit)] : []
  const note = field.note ? [make("p", { id: "note", class: "note" }, field.note)] : []
  return [label, make("div", { class: "line" }, input, ...unit), ...note]
}

// A comma behind a gap does not begin a line.
function bind(drawn) {
  drawn.forEach((part, at) => {
    const sign = typeof part !== "string" && typeof drawn[at + 1] === "string" && drawn[at + 1].match(/^[^\s]{1,2}(?=\s|$)/)
    if (!sign) return
    drawn[at + 1] = drawn[at + 1].slice(sign[0].length)
    drawn[at] = make("span", { class: "bound" }, part, sign[0])
  })
}

function draw(view, data) {
  view.inputs = []
  view.texts = data.texts
  view.toldAt = 0
  view.most = data.most
  const fields = data.parts.filter((part) => part.id)
  view.told = JSON.stringify(Object.fromEntries(fields.map((part) => [part.id, data.texts[part.id] || ""])))
  view.words = make("span")
  const icon = make("span", { class: "icon", "aria-hidden": "true" }, "cancel")
  view.error = make("p", { id: "error", class: "error", role: "alert" }, icon, view.words)
  const inside = data.parts.some((part) => typeof part === "string")
  const drawn = data.parts.flatMap((part) => (typeof part === "string" ? [part] : drawInput(view, part, inside)))
  if (inside) bind(drawn)
  view.box.replaceChildren(inside ? make("p", { class: "text" }, ...drawn) : make("div", { class: "alone" }, ...drawn), view.error)
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const view = viewOf(parentElement, ".fields")
  view.setState = setStateValue
  view.fire = setTriggerValue
  view.problem = data.problem
  const parts = JSON.stringify(data.parts)
  if (view.parts !== parts) { view.parts = parts; draw(view, data) }
  mind(view, view.minded)
}

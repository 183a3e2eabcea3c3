// What a component keeps between two runs, by the place where it stands; `box` is the element that it draws into.
const views = new WeakMap()

function viewOf(parentElement, selector) {
  if (!views.has(parentElement)) views.set(parentElement, { box: parentElement.querySelector(selector) })
  return views.get(parentElement)
}

// Keeps what is typed in a field from the page, which sees the component and not the field, and would take it for keys.
function keepTyped(field, ...others) {
  const typed = ({ key, ctrlKey, metaKey }) => !ctrlKey && !metaKey && (key.length === 1 || others.includes(key))
  for (const kind of ["keydown", "keypress", "keyup"]) {
    field.addEventListener(kind, (event) => { if (typed(event)) event.stopPropagation() })
  }
}

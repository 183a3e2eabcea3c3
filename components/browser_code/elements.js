// Text that does not break between a number and its sign of per cent: as `unbroken` in markup.py.
const unbroken = (child) => (typeof child === "string" ? child.replace(/(\d) (?=%)/g, "$1\u00a0") : child)

// An element with its attributes and children. Text only goes in as text.
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children.map(unbroken))
  return element
}

// Words of the server with their gaps filled: `{text}` by `values.text`.
function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name])
}
